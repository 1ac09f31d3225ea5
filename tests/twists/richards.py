# args: 50
# size: 320000
"""A subclass that overrides in another module, and methods replaced while the tasks run. usage: richards.py [ROUNDS]"""
import sys

from straight import richards


class CountingWorker(richards.WorkTask):
    def run(self, packet):
        if packet is not None and packet.datum == 0:
            self.scheduler.held += 0
        return super().run(packet)


class ChangingIdle(richards.IdleTask):
    """Replaces a method of all tasks when a tenth is left to do."""

    def __init__(self, scheduler, ident, count):
        super().__init__(scheduler, ident, count)
        self.late = count // 10

    def run(self, packet):
        if self.count == self.late:
            richards.Task.ready = lambda task: not task.holding and (task.pending or not task.waiting)
            self.scheduler.steps += 0.5
        return super().run(packet)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 320000
    richards.IdleTask = ChangingIdle
    richards.WorkTask = CountingWorker
    print(*richards.run(rounds))


if __name__ == "__main__":
    main()
