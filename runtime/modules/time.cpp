// The module `time`: clocks, sleeping, and calendar times.
#include "runtime/modules/time.gen.h"

#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/byte_buffer.h"
#include "runtime/io/file.h"
#include "runtime/modules/native_module.h"
#include "runtime/types/struct_sequence.h"
#include "runtime/types/tuple.h"

#include <cerrno>
#include <cmath>
#include <ctime>

namespace molt {

namespace {

constexpr MemberDef kStructTimeFields[] = {
    structField("tm_year", 0), structField("tm_mon", 1),  structField("tm_mday", 2),
    structField("tm_hour", 3), structField("tm_min", 4),  structField("tm_sec", 5),
    structField("tm_wday", 6), structField("tm_yday", 7), structField("tm_isdst", 8), structFieldEnd()};

} // namespace

extern "C" constinit Type molt_type_struct_time{structSequenceSpec("struct_time", "time", kStructTimeFields, true)};

namespace {

int64_t clockNanoseconds(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return int64_t{now.tv_sec} * 1000000000 + now.tv_nsec;
}
double toSeconds(int64_t nanoseconds) { return static_cast<double>(nanoseconds) * 1e-9; }

#ifdef __wasm__
int64_t processNanoseconds() { return clockNanoseconds(CLOCK_MONOTONIC); }
#else
int64_t processNanoseconds() { return clockNanoseconds(CLOCK_PROCESS_CPUTIME_ID); }
#endif

Owned<> structOf(const tm &time) {
  const int numbers[] = {time.tm_year + 1900, time.tm_mon + 1, time.tm_mday, time.tm_hour, time.tm_min,
                         time.tm_sec, (time.tm_wday + 6) % 7, time.tm_yday + 1, time.tm_isdst};
  Value items[9];
  for (int i = 0; i < 9; ++i)
    items[i] = Value::fromInt(numbers[i]);
  return makeStructSequence(molt_type_struct_time, items, 9);
}

// Seconds since the epoch: a number, or now for None.
Result<time_t> secondsOf_py(Borrowed<> seconds) {
  if (isNone(seconds))
    return ::time(nullptr);
  if (seconds.value().isDouble()) {
    double number = std::floor(seconds.value().asDouble());
    if (number != number)
      return raise(ValueError, "Invalid value NaN (not a number)");
    if (!(number >= -9.2e18 && number <= 9.2e18))
      return raise(OverflowError, "timestamp out of range for platform time_t");
    return static_cast<time_t>(number);
  }
  int64_t number = TRY(indexToInt64_py(seconds));
  return static_cast<time_t>(number);
}

// struct_time or any tuple of nine ints, as CPython checks it.
Result<tm> timeOf_py(Borrowed<> value, const char *function) {
  tm time = {};
  if (isNone(value)) {
    time_t now = ::time(nullptr);
    localtime_r(&now, &time);
    return time;
  }
  if (!isTuple(value))
    return raise(TypeError, "Tuple or struct_time argument required");
  Borrowed<Tuple> tuple = value.as<Tuple>();
  if (tuple->length != 9)
    return raise(TypeError, "%s(): illegal time tuple argument", function);
  int numbers[9];
  for (int i = 0; i < 9; ++i) {
    int64_t number = TRY(indexToInt64_py(Borrowed<>(tuple->items()[i])));
    numbers[i] = static_cast<int>(number);
  }
  time.tm_year = numbers[0] - 1900;
  time.tm_mon = numbers[1] - 1;
  time.tm_mday = numbers[2];
  time.tm_hour = numbers[3];
  time.tm_min = numbers[4];
  time.tm_sec = numbers[5];
  time.tm_wday = (numbers[6] + 1) % 7;
  time.tm_yday = numbers[7] - 1;
  time.tm_isdst = numbers[8];
  return time;
}

Result<void> checkRanges(tm &time) {
  if (time.tm_mon == -1)
    time.tm_mon = 0;
  if (time.tm_mon < 0 || time.tm_mon > 11)
    return raise(ValueError, "month out of range");
  if (time.tm_mday == 0)
    time.tm_mday = 1;
  if (time.tm_mday < 0 || time.tm_mday > 31)
    return raise(ValueError, "day of month out of range");
  if (time.tm_hour < 0 || time.tm_hour > 23)
    return raise(ValueError, "hour out of range");
  if (time.tm_min < 0 || time.tm_min > 59)
    return raise(ValueError, "minute out of range");
  if (time.tm_sec < 0 || time.tm_sec > 61)
    return raise(ValueError, "seconds out of range");
  if (time.tm_wday < 0)
    return raise(ValueError, "day of week out of range");
  if (time.tm_yday == -1)
    time.tm_yday = 0;
  if (time.tm_yday < 0 || time.tm_yday > 365)
    return raise(ValueError, "day of year out of range");
  return {};
}

Result<void> setUp(Borrowed<Module>, Borrowed<Dict> dict) {
  dictSetName(dict, "struct_time"_str, Borrowed<>(Value::fromObject(&molt_type_struct_time)));
  time_t now = ::time(nullptr);
  tm local = {};
  localtime_r(&now, &local);
#ifdef __wasm__
  long offset = 0;
  const char *zone = "UTC";
#else
  long offset = -local.tm_gmtoff;
  const char *zone = local.tm_zone ? local.tm_zone : "UTC";
#endif
  Owned<> seconds = makeInt(offset);
  dictSetName(dict, "timezone"_str, seconds);
  dictSetName(dict, "altzone"_str, seconds);
  dictSetName(dict, "daylight"_str, Borrowed<>(Value::fromInt(0)));
  Owned<Str> name = makeStr(zone);
  dictSetName(dict, "tzname"_str, makePair(name, name));
  return {};
}

} // namespace

const NativeModule nativeModule_time{"time", time_functions, setUp};

// ---- Clocks -----------------------------------------------------------------------------------------

Result<double> time_time() { return toSeconds(clockNanoseconds(CLOCK_REALTIME)); }
Result<int64_t> time_time_ns() { return clockNanoseconds(CLOCK_REALTIME); }
Result<double> time_perf_counter() { return toSeconds(clockNanoseconds(CLOCK_MONOTONIC)); }
Result<int64_t> time_perf_counter_ns() { return clockNanoseconds(CLOCK_MONOTONIC); }
Result<double> time_monotonic() { return toSeconds(clockNanoseconds(CLOCK_MONOTONIC)); }
Result<int64_t> time_monotonic_ns() { return clockNanoseconds(CLOCK_MONOTONIC); }
Result<double> time_process_time() { return toSeconds(processNanoseconds()); }
Result<int64_t> time_process_time_ns() { return processNanoseconds(); }
Result<double> time_thread_time() { return toSeconds(processNanoseconds()); }
Result<int64_t> time_thread_time_ns() { return processNanoseconds(); }

Result<void> time_sleep(Borrowed<> seconds) {
  double length;
  if (isInt(seconds) || seconds.value().isDouble()) {
    length = TRY(toDouble_py(seconds));
  } else {
    const NumberSlots *slots = typeOf(seconds)->number;
    if (!slots || !slots->index)
      return raise(TypeError,
                   runtime().pythonMinor >= 14 ? "'%T' object cannot be interpreted as an integer or float"
                                               : "'%T' object cannot be interpreted as an integer",
                   seconds);
    Owned<> number = TRY(index_py(seconds));
    length = TRY(toDouble_py(number));
  }
  if (length != length)
    return raise(ValueError, "Invalid value NaN (not a number)");
  if (length < 0)
    return raise(ValueError, "sleep length must be non-negative");
  if (length > 9.2e9)
    return raise(OverflowError, "timestamp too large to convert to C PyTime_t");
  int64_t end = clockNanoseconds(CLOCK_MONOTONIC) + static_cast<int64_t>(std::ceil(length * 1e9));
  TRY(checkInterrupt_py());
  // At least one wait, also of no length, and more where one ends early: after a signal, or by a wasm engine's timers.
  int64_t left = static_cast<int64_t>(std::ceil(length * 1e9));
  do {
    timespec wait = {};
    wait.tv_sec = static_cast<time_t>(left / 1000000000);
    wait.tv_nsec = static_cast<long>(left % 1000000000);
    if (nanosleep(&wait, nullptr) != 0) {
      if (errno != EINTR)
        return raiseErrno(errno, {});
      TRY(checkInterrupt_py());
    }
    left = end - clockNanoseconds(CLOCK_MONOTONIC);
  } while (left > 0);
  return {};
}

// ---- Calendar times ---------------------------------------------------------------------------------

Result<Owned<>> time_gmtime(Borrowed<> seconds) {
  time_t when = TRY(secondsOf_py(seconds));
  tm time = {};
  if (!gmtime_r(&when, &time))
    return raiseErrno(errno, {});
  return structOf(time);
}
Result<Owned<>> time_localtime(Borrowed<> seconds) {
  time_t when = TRY(secondsOf_py(seconds));
  tm time = {};
  if (!localtime_r(&when, &time))
    return raiseErrno(errno, {});
  return structOf(time);
}
Result<double> time_mktime(Borrowed<> tuple) {
  tm time = TRY(timeOf_py(tuple, "mktime"));
  time.tm_wday = -1;
  time_t when = std::mktime(&time);
  if (when == static_cast<time_t>(-1) && time.tm_wday == -1)
    return raise(OverflowError, "mktime argument out of range");
  return static_cast<double>(when);
}

namespace {
Owned<Str> ascText(const tm &time) {
  static constexpr char kDays[] = "SunMonTueWedThuFriSat";
  static constexpr char kMonths[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
  ByteBuffer out;
  auto two = [&](int number, char pad) {
    if (number < 10)
      out.append(pad);
    out.appendDecimal(number);
  };
  out.append(kDays + 3 * time.tm_wday, 3);
  out.append(' ');
  out.append(kMonths + 3 * time.tm_mon, 3);
  out.append(' ');
  two(time.tm_mday, ' ');
  out.append(' ');
  two(time.tm_hour, '0');
  out.append(':');
  two(time.tm_min, '0');
  out.append(':');
  two(time.tm_sec, '0');
  out.append(' ');
  out.appendDecimal(time.tm_year + 1900);
  return makeStr(out.data(), out.size());
}
} // namespace

Result<Owned<Str>> time_asctime(Borrowed<> tuple) {
  tm time = TRY(timeOf_py(tuple, "asctime"));
  TRY(checkRanges(time));
  return ascText(time);
}
Result<Owned<Str>> time_ctime(Borrowed<> seconds) {
  time_t when = TRY(secondsOf_py(seconds));
  tm time = {};
  if (!localtime_r(&when, &time))
    return raiseErrno(errno, {});
  return ascText(time);
}
Result<Owned<Str>> time_strftime(Borrowed<Str> format, Borrowed<> tuple) {
  tm time = TRY(timeOf_py(tuple, "strftime"));
  TRY(checkRanges(time));
  if (time.tm_isdst < -1)
    time.tm_isdst = -1;
  else if (time.tm_isdst > 1)
    time.tm_isdst = 1;
  if (!format->size)
    return Owned<Str>::retain(""_str);
  // strftime's 0 means "no room" or "nothing": an ending mark tells them apart.
  ByteBuffer marked, out;
  marked.append(format->data(), format->size);
  marked.append("x", 2);
  for (size_t room = 256 + format->size * 16;; room *= 2) {
    size_t count = std::strftime(out.reserve(room), room, marked.data(), &time);
    if (count || room > (size_t{1} << 24))
      return makeStr(out.data(), count ? count - 1 : 0);
  }
}

} // namespace molt
