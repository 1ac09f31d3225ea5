// The twin of richards.py: a task points to the function of its kind. usage: richards [ROUNDS]
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { K_DEVICE, K_WORK };

typedef struct Packet {
  struct Packet *link;
  int ident, kind, datum;
  int data[4];
} Packet;

typedef struct Scheduler Scheduler;

typedef struct Task {
  struct Task *(*run)(struct Task *, Packet *);
  Scheduler *scheduler;
  struct Task *next; // the one that was added before
  Packet *queue;
  int ident, priority;
  bool pending, waiting, holding;
  union {
    struct {
      int control, count;
    } idle;
    struct {
      int destination, letter;
    } worker;
    struct {
      Packet *work, *devices;
    } handler;
    struct {
      Packet *waits_for;
    } device;
  };
} Task;

struct Scheduler {
  Task *first;
  Task *table[TASKS];
  long sent, held, steps;
};

// Puts a packet at the end of a queue and returns the queue's first.
static Packet *append(Packet *packet, Packet *queue) {
  packet->link = NULL;
  if (queue == NULL)
    return packet;
  Packet *last = queue;
  while (last->link != NULL)
    last = last->link;
  last->link = packet;
  return queue;
}

static Task *add_packet(Task *task, Packet *packet, Task *old) {
  if (task->queue == NULL) {
    task->queue = packet;
    task->pending = true;
    if (task->priority > old->priority)
      return task;
  } else {
    append(packet, task->queue);
  }
  return old;
}

static Task *run_once(Task *task) {
  Packet *packet = NULL;
  if (task->waiting && task->pending && !task->holding) {
    packet = task->queue;
    task->queue = packet->link;
    task->pending = task->queue != NULL;
    task->waiting = false;
  }
  return task->run(task, packet);
}

static Task *wait_for_packet(Task *task) {
  task->waiting = true;
  return task;
}

static Task *hold(Task *task) {
  task->scheduler->held++;
  task->holding = true;
  return task->next;
}

static Task *release(Task *task, int ident) {
  Task *other = task->scheduler->table[ident];
  other->holding = false;
  return other->priority > task->priority ? other : task;
}

static Task *send(Task *task, Packet *packet) {
  Task *receiver = task->scheduler->table[packet->ident];
  task->scheduler->sent++;
  packet->link = NULL;
  packet->ident = task->ident;
  return add_packet(receiver, packet, task);
}

static Task *run_idle(Task *task, Packet *packet) {
  if (--task->idle.count == 0)
    return hold(task);
  if ((task->idle.control & 1) == 0) {
    task->idle.control /= 2;
    return release(task, DEVICE_A);
  }
  task->idle.control = task->idle.control / 2 ^ 0xD008;
  return release(task, DEVICE_B);
}

static Task *run_worker(Task *task, Packet *packet) {
  if (packet == NULL)
    return wait_for_packet(task);
  task->worker.destination = task->worker.destination == HANDLER_A ? HANDLER_B : HANDLER_A;
  packet->ident = task->worker.destination;
  packet->datum = 0;
  for (int i = 0; i < 4; i++) {
    if (++task->worker.letter > 26)
      task->worker.letter = 1;
    packet->data[i] = 64 + task->worker.letter;
  }
  return send(task, packet);
}

static Task *run_handler(Task *task, Packet *packet) {
  if (packet != NULL) {
    if (packet->kind == K_WORK)
      task->handler.work = append(packet, task->handler.work);
    else
      task->handler.devices = append(packet, task->handler.devices);
  }
  Packet *work = task->handler.work;
  if (work == NULL)
    return wait_for_packet(task);
  if (work->datum >= 4) {
    task->handler.work = work->link;
    return send(task, work);
  }
  Packet *device = task->handler.devices;
  if (device == NULL)
    return wait_for_packet(task);
  task->handler.devices = device->link;
  device->datum = work->data[work->datum++];
  return send(task, device);
}

static Task *run_device(Task *task, Packet *packet) {
  if (packet == NULL) {
    packet = task->device.waits_for;
    if (packet == NULL)
      return wait_for_packet(task);
    task->device.waits_for = NULL;
    return send(task, packet);
  }
  task->device.waits_for = packet;
  return hold(task);
}

static void schedule(Scheduler *scheduler) {
  for (Task *task = scheduler->first; task != NULL;) {
    scheduler->steps++;
    bool ready = !task->holding && (!task->waiting || task->pending);
    task = ready ? run_once(task) : task->next;
  }
}

static Task *add_task(Scheduler *scheduler, int ident, int priority, Task *(*run)(Task *, Packet *),
                      Packet *queue) {
  Task *task = calloc(1, sizeof *task);
  task->run = run;
  task->scheduler = scheduler;
  task->next = scheduler->first;
  task->queue = queue;
  task->ident = ident;
  task->priority = priority;
  task->pending = queue != NULL;
  task->waiting = ident != IDLE;
  scheduler->first = scheduler->table[ident] = task;
  return task;
}

static Packet *packets(int ident, int kind, int count) {
  Packet *queue = NULL;
  for (int i = 0; i < count; i++) {
    Packet *packet = calloc(1, sizeof *packet);
    packet->link = queue;
    packet->ident = ident;
    packet->kind = kind;
    queue = packet;
  }
  return queue;
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 320000;
  Scheduler scheduler = {0};
  Task *idle = add_task(&scheduler, IDLE, 0, run_idle, NULL);
  idle->idle.control = 1;
  idle->idle.count = rounds;
  add_task(&scheduler, WORKER, 1000, run_worker, packets(WORKER, K_WORK, 2))->worker.destination =
      HANDLER_A;
  add_task(&scheduler, HANDLER_A, 2000, run_handler, packets(DEVICE_A, K_DEVICE, 3));
  add_task(&scheduler, HANDLER_B, 3000, run_handler, packets(DEVICE_B, K_DEVICE, 3));
  add_task(&scheduler, DEVICE_A, 4000, run_device, NULL);
  add_task(&scheduler, DEVICE_B, 5000, run_device, NULL);
  schedule(&scheduler);
  printf("%ld %ld %ld\n", scheduler.sent, scheduler.held, scheduler.steps);
  return 0; // the eight packets and six tasks live until here
}
