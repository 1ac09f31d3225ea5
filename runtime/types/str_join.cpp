// Joining strings, repr() of text, and the entry points of f-strings.
#include "runtime/core/iterate.h"
#include "runtime/core/operators.h"
#include "runtime/text/copy_bytes.h"
#include "runtime/text/unicode.h"
#include "runtime/types/dict_table.h"
#include "runtime/types/list.h"
#include "runtime/types/str.gen.h"
#include "runtime/types/str.h"
#include "runtime/types/tuple.h"

#include <cstring>

namespace molt {
namespace {

// Checks the items and adds up their sizes.
struct JoinSize {
  uint64_t size = 0, length = 0;
  Result<void> add(Borrowed<> item, uint64_t index) {
    if (!isStr(item))
      return raise(TypeError, "sequence item %zu: expected str instance, %T found", index, item);
    size += item.as<Str>()->size;
    length += item.as<Str>()->length;
    return {};
  }
};

Result<Owned<>> joinItems(Borrowed<Str> separator, const Value *items, uint64_t count) {
  if (count == 0)
    return emptyStr();
  constexpr uint64_t kAhead = 8; // the items of a long list are seldom in a cache
  const uint64_t prefetched = count > 4 * kAhead ? count - kAhead : 0;
  auto prefetch = [=](uint64_t i) {
    if (i < prefetched && items[i + kAhead].isObject())
      __builtin_prefetch(items[i + kAhead].asObject());
  };
  JoinSize total;
  for (uint64_t i = 0; i < count; ++i) {
    prefetch(i);
    if (__builtin_expect(isExactStr(items[i]), 1)) {
      const auto *text = static_cast<const Str *>(items[i].asObject());
      total.size += text->size;
      total.length += text->length;
    } else {
      TRY(total.add(Borrowed<>(items[i]), i));
    }
  }
  if (count == 1 && isExactly(Borrowed<>(items[0]), molt_type_str))
    return Owned<>::retain(Borrowed<>(items[0]));
  if (total.size + separator->size * (count - 1) > kLargestAllocation)
    return raise(OverflowError, "join() result is too long for a Python string");
  Owned<Str> result =
      makeUnfilledStr(total.size + separator->size * (count - 1), total.length + separator->length * (count - 1));
  char *out = result->data();
  const uint64_t between = separator->size;
  for (uint64_t i = 0; i < count; ++i) {
    prefetch(i);
    if (i && between) {
      copyBytes(out, separator->data(), between);
      out += between;
    }
    const auto *item = static_cast<const Str *>(items[i].asObject());
    uint64_t size = item->size;
    if (size == 1)
      *out = *item->data();
    else
      copyBytes(out, item->data(), size);
    out += size;
  }
  return result;
}

// What an iterator gives, put together as it comes, so that the items need not all be there at once. The first item that
// is no exact str, and all that follow, wait for the end, as CPython looks at no item before the last one is there.
class Joining {
  Borrowed<Str> separator_;
  TextBuffer text_;
  uint64_t length_ = 0, count_ = 0;
  Owned<> first_; // while it is the only one: it may be the result
  Owned<List> others_;

  void append(Borrowed<Str> item) {
    if (count_++) {
      copyBytes(text_.reserve(separator_->size), separator_->data(), separator_->size);
      text_.grow(separator_->size);
      length_ += separator_->length;
    }
    copyBytes(text_.reserve(item->size), item->data(), item->size);
    text_.grow(item->size);
    length_ += item->length;
  }

public:
  explicit Joining(Borrowed<Str> separator) : separator_(separator) {}

  void add(Owned<> item) {
    if (others_)
      return listAppend(others_, std::move(item));
    if (!isExactly(item, molt_type_str)) {
      others_ = makeList();
      return listAppend(others_, std::move(item));
    }
    append(item.borrow().as<Str>());
    first_ = count_ == 1 ? std::move(item) : Owned<>();
  }

  Result<Owned<>> finish() {
    for (uint64_t i = 0; others_ && i < others_->length; ++i) {
      Borrowed<> item(others_->items[i]);
      if (!isStr(item))
        return raise(TypeError, "sequence item %zu: expected str instance, %T found", count_, item);
      append(item.as<Str>());
    }
    if (count_ == 1 && first_)
      return std::move(first_);
    return makeStrCounted(text_.data(), text_.size(), length_);
  }
};

// An iterator of the runtime's own: none says how long it is where a program could see the question.
Result<Owned<>> joinIterator_py(Borrowed<Str> separator, Borrowed<> iterable) {
  Joining joining(separator);
  Iteration items;
  TRY(items.start_py(iterable));
  for (;;) {
    Owned<> item = TRY(items.next_py());
    if (Iteration::isEnd(item))
      return joining.finish();
    joining.add(std::move(item));
  }
}

} // namespace

Result<Owned<>> joinStr_py(Borrowed<Str> separator, Borrowed<> iterable) {
  if (isList(iterable))
    return joinItems(separator, iterable.as<List>()->items, iterable.as<List>()->length);
  if (isTuple(iterable))
    return joinItems(separator, iterable.as<Tuple>()->items(), iterable.as<Tuple>()->length);
  if (!typeOf(iterable)->iter && !(typeOf(iterable)->container && typeOf(iterable)->container->getItem))
    return raise(TypeError, "can only join an iterable");
  if (!typeOf(iterable)->has(kTypeHeap))
    return joinIterator_py(separator, iterable);
  Owned<List> list = TRY(listFromIterable_py(iterable));
  return joinItems(separator, list->items, list->length);
}

Result<Owned<>> str_join(Borrowed<Str> self, Borrowed<> iterable) { return joinStr_py(self, iterable); }

// ---- repr -------------------------------------------------------------------------------------------

static void appendHex(TextBuffer &out, uint32_t code, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out.append("0123456789abcdef"[code >> shift & 15]);
}
static void appendEscape(TextBuffer &out, uint32_t code) {
  out.append(code < 0x100 ? "\\x" : code < 0x10000 ? "\\u" : "\\U");
  appendHex(out, code, code < 0x100 ? 2 : code < 0x10000 ? 4 : 8);
}

void appendStrRepr(TextBuffer &out, Borrowed<Str> string, bool asciiOnly) {
  const char *data = string->data(), *end = data + string->size;
  bool single = std::memchr(data, '\'', string->size), twice = std::memchr(data, '"', string->size);
  char quote = single && !twice ? '"' : '\'';
  out.append(quote);
  for (const char *at = data; at < end;) {
    const char *start = at;
    uint32_t code = utf8::decode(at);
    if (code == static_cast<unsigned char>(quote) || code == '\\') {
      out.append('\\');
      out.append(static_cast<char>(code));
    } else if (code == '\n' || code == '\r' || code == '\t') {
      out.append(code == '\n' ? "\\n" : code == '\r' ? "\\r" : "\\t");
    } else if (code < 0x80 ? code < ' ' || code == 0x7F : asciiOnly || !unicode::isPrintable(code)) {
      appendEscape(out, code);
    } else {
      out.append(start, static_cast<uint64_t>(at - start));
    }
  }
  out.append(quote);
}

Owned<Str> reprStr(Borrowed<Str> string) {
  TextBuffer text;
  appendStrRepr(text, string, false);
  return makeStr(text);
}

Owned<Str> escapeNonAscii(Borrowed<Str> string) {
  if (isAscii(string))
    return exactStr(string);
  TextBuffer text;
  const char *end = string->data() + string->size;
  for (const char *at = string->data(); at < end;) {
    uint32_t code = utf8::decode(at);
    if (code < 0x80)
      text.append(static_cast<char>(code));
    else
      appendEscape(text, code);
  }
  return makeAsciiStr(text.data(), text.size());
}

} // namespace molt

using namespace molt;

extern "C" Owned<Str> molt_join_strings(const Value *parts, uint64_t count) {
  if (count == 1)
    return Owned<Str>::retain(Borrowed<>(parts[0]).as<Str>());
  uint64_t size = 0, length = 0;
  for (uint64_t i = 0; i < count; ++i) {
    size += Borrowed<>(parts[i]).as<Str>()->size;
    length += Borrowed<>(parts[i]).as<Str>()->length;
  }
  Owned<Str> result = makeUnfilledStr(size, length);
  char *out = result->data();
  for (uint64_t i = 0; i < count; ++i) {
    Borrowed<Str> part = Borrowed<>(parts[i]).as<Str>();
    copyBytes(out, part->data(), part->size);
    out += part->size;
  }
  return result;
}
