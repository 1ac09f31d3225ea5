import heapq
h = []
for x in [5, 2, 8, 1, 9, 3]:
    heapq.heappush(h, x)
print(h[0], [heapq.heappop(h) for _ in range(6)], h)
h = [9, 7, 5, 3, 1]
heapq.heapify(h)
print(h[0], heapq.heappushpop(h, 4), heapq.heapreplace(h, 10), sorted(h))
print(heapq.nlargest(3, [1, 9, 3, 7]), heapq.nsmallest(2, [4, 1, 3]), heapq.nlargest(2, ["aa", "b", "cccc"], key=len), heapq.nsmallest(10, [2, 1]), heapq.nlargest(0, [1]), heapq.nlargest(1, [3, 5]), heapq.nsmallest(1, [3, 5]))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge([7, 4], [5, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
tasks = []
for i, (p, n) in enumerate([(3, "low"), (1, "high"), (2, "mid"), (1, "high2")]):
    heapq.heappush(tasks, (p, i, n))
print([heapq.heappop(tasks)[2] for _ in range(4)])
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: heapq.heappush([1], "a"))
print(heapq.heappushpop([], 5))
data = [(i * 7919) % 1000 for i in range(200)]
heapq.heapify(data)
print([heapq.heappop(data) for _ in range(200)] == sorted((i * 7919) % 1000 for i in range(200)))
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heapreplace([], 1))
attempt(lambda: heapq.heappush((), 1))
attempt(lambda: heapq.heapify({}))
attempt(lambda: heapq.heappush([]))
attempt(lambda: heapq.heappop_max([]))
largest = [3, 1, 4, 1, 5, 9, 2, 6]
heapq.heapify_max(largest)
print(largest, heapq.heappushpop_max(largest, 7), heapq.heapreplace_max(largest, 0), heapq.heappop_max(largest))
heapq.heappush_max(largest, 8)
print(largest)


class Clears:
    def __init__(self, heap):
        self.heap = heap

    def __lt__(self, other):
        self.heap.clear()
        return True


for action in (heapq.heapify, heapq.heappop, lambda h: heapq.heappush(h, Clears(h)),
               lambda h: heapq.heappushpop(h, Clears(h)), lambda h: heapq.heapreplace(h, Clears(h))):
    heap = []
    heap.extend(Clears(heap) for _ in range(5))
    attempt(lambda: action(heap))
