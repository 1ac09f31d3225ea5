from datetime import date, datetime, time, timedelta, timezone
import numbers
d = date(2024, 2, 29)
print(d, repr(d), d.isoformat(), d.weekday(), d.isocalendar()[:], d.toordinal(), d + timedelta(days=366), d.replace(year=2020), date.fromisoformat("2021-12-31"), d.ctime())
t = timedelta(days=1, hours=5, seconds=7, microseconds=9)
print(t, repr(t), t.total_seconds(), t * 3, t / 2, -t, abs(-t), t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(minutes=7)), t > timedelta(1), hash(t) == hash(timedelta(1, 18007, 9)))
x = datetime(2023, 12, 31, 23, 59, 59, 999999, tzinfo=timezone.utc)
print(x, repr(x), x + timedelta(microseconds=1), x.isoformat(" ", "minutes"), x.timestamp(), x.astimezone(timezone(timedelta(hours=-5))), x.date(), x.time(), x.timetz(), x.utcoffset(), x.tzname())
print(x.strftime("%Y-%m-%d %H:%M:%S %j %a %b"), f"{x:%d/%m/%y}", datetime.fromisoformat("2020-01-02T03:04:05.678+02:00"), datetime.fromtimestamp(0, timezone.utc), datetime.min, datetime.max)
print(time(1, 2, 3, 4), repr(time(12)), time(5) < time(6), datetime(2020, 1, 1) - datetime(2019, 1, 1), datetime.combine(d, time(7)), timezone(timedelta(hours=3, minutes=30)), repr(timezone.utc))
for wrong in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: datetime(2020, 13, 1), lambda: date.fromisoformat("2020-1-1"), lambda: x - datetime(2020, 1, 1), lambda: time(25), lambda: timedelta(days=10**10),
              lambda: date.max + timedelta(1), lambda: d < 5):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__)
print(isinstance(5, numbers.Integral), isinstance(2.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(True, numbers.Rational), isinstance("a", numbers.Number), issubclass(int, numbers.Real))
