# args: 50
# count: 4000
"""An operating system's scheduler in miniature: tasks of four kinds pass packets through queues.

After the idea of Martin Richards's benchmark; written anew. usage: richards.py [ROUNDS]
"""
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
K_DEVICE, K_WORK = 0, 1


class Packet:
    def __init__(self, link, ident, kind):
        self.link = link
        self.ident = ident
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    """Waiting, holding or with packets pending, as three flags; subclasses say what running means."""

    def __init__(self, scheduler, ident, priority, queue):
        self.scheduler = scheduler
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = False
        self.holding = False
        scheduler.add(self)

    def ready(self):
        return not self.holding and (not self.waiting or self.pending)

    def add_packet(self, packet, old):
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > old.priority:
                return self
        else:
            packet.append_to(self.queue)
        return old

    def run_once(self):
        packet = None
        if self.waiting and self.pending and not self.holding:
            packet = self.queue
            self.queue = packet.link
            self.pending = self.queue is not None
            self.waiting = False
        return self.run(packet)

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.scheduler.held += 1
        self.holding = True
        return self.scheduler.next_after(self)

    def release(self, ident):
        task = self.scheduler.find(ident)
        task.holding = False
        return task if task.priority > self.priority else self

    def send(self, packet):
        task = self.scheduler.find(packet.ident)
        self.scheduler.sent += 1
        packet.link = None
        packet.ident = self.ident
        return task.add_packet(packet, self)

    def run(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, scheduler, ident, count):
        super().__init__(scheduler, ident, 0, None)
        self.control = 1
        self.count = count

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class WorkTask(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.ident = self.destination
        packet.datum = 0
        for i in range(4):
            self.letter += 1
            if self.letter > 26:
                self.letter = 1
            packet.data[i] = 64 + self.letter
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == K_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        if work.datum >= 4:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, scheduler, ident, priority, queue):
        super().__init__(scheduler, ident, priority, queue)
        self.waits_for = None

    def run(self, packet):
        if packet is None:
            packet = self.waits_for
            if packet is None:
                return self.wait()
            self.waits_for = None
            return self.send(packet)
        self.waits_for = packet
        return self.hold()


class Scheduler:
    def __init__(self):
        self.tasks = []
        self.table = {}
        self.sent = 0
        self.held = 0
        self.steps = 0

    def add(self, task):
        self.tasks.insert(0, task)
        self.table[task.ident] = task

    def find(self, ident):
        return self.table[ident]

    def next_after(self, task):
        i = self.tasks.index(task) + 1
        return self.tasks[i] if i < len(self.tasks) else None

    def schedule(self):
        task = self.tasks[0]
        while task is not None:
            self.steps += 1
            if task.ready():
                task = task.run_once()
            else:
                task = self.next_after(task)


def packets(ident, kind, count):
    queue = None
    for _ in range(count):
        queue = Packet(queue, ident, kind)
    return queue


def run(count):
    s = Scheduler()
    IdleTask(s, IDLE, count)
    WorkTask(s, WORKER, 1000, packets(WORKER, K_WORK, 2)).waiting = True
    HandlerTask(s, HANDLER_A, 2000, packets(DEVICE_A, K_DEVICE, 3)).waiting = True
    HandlerTask(s, HANDLER_B, 3000, packets(DEVICE_B, K_DEVICE, 3)).waiting = True
    DeviceTask(s, DEVICE_A, 4000, None).waiting = True
    DeviceTask(s, DEVICE_B, 5000, None).waiting = True
    s.schedule()
    return s.sent, s.held, s.steps


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 320000
    print(*run(rounds))


if __name__ == "__main__":
    main()
