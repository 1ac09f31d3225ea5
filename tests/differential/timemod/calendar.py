import time
t = time.gmtime(0)
print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t.tm_isdst, t[0], len(t), tuple(t)[:3], type(t).__name__)
for s in (0, 86399, 86400, 951782400, 1709210096, 2**31, -1, -86400 * 365, 4102444800):
    g = time.gmtime(s)
    print(s, g[:8], time.strftime("%Y-%m-%d %H:%M:%S %a %A %b %B %j %p %I %y %w %%", g), time.asctime(g))
print(time.strftime("%d/%m/%Y", (2024, 2, 29, 1, 2, 3, 3, 60, 0)), time.mktime((2024, 2, 29, 12, 0, 0, 0, 0, 0)) % 60, time.gmtime(1.9).tm_sec, t == time.gmtime(0), t < time.gmtime(1))
print(t)
