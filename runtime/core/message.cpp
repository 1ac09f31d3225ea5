// The small printf of error messages: see errors.h for its formats.
#include "runtime/core/containers.h"
#include "runtime/core/operators.h"
#include "runtime/io/byte_buffer.h"

namespace molt {

namespace {

struct Directive {
  char conversion;
  size_t precision = SIZE_MAX;
};

Directive parseDirective(const char *&at) {
  Directive directive;
  if (*at == '.') {
    directive.precision = 0;
    for (++at; *at >= '0' && *at <= '9'; ++at)
      directive.precision = directive.precision * 10 + (*at - '0');
  }
  while (*at == 'z' || *at == 'l')
    ++at;
  directive.conversion = *at ? *at++ : '%';
  return directive;
}

// At most `most` characters.
void appendText(ByteBuffer &out, const char *text, size_t size, size_t most) {
  size_t end = 0;
  for (size_t characters = 0; end < size && characters < most; ++characters) {
    ++end;
    while (end < size && (text[end] & 0xC0) == 0x80)
      ++end;
  }
  out.append(text, end);
}

Result<void> appendStr_py(ByteBuffer &out, char conversion, Borrowed<> value, size_t most) {
  if (!value) {
    appendText(out, "<NULL>", 6, most);
    return {};
  }
  Owned<Str> text = TRY(conversion == 'R'   ? repr_py(value)
                        : conversion == 'A' ? ascii_py(value)
                                            : str_py(value));
  appendText(out, text->data(), text->size, most);
  return {};
}

void appendNumber(ByteBuffer &out, const FormatArgument &argument, bool hex) {
  if (!hex && argument.kind == FormatArgument::kSigned) {
    out.appendDecimal(argument.number);
    return;
  }
  unsigned base = hex ? 16 : 10;
  char digits[24];
  size_t at = sizeof digits;
  uint64_t number = argument.count;
  do {
    digits[--at] = "0123456789abcdef"[number % base];
  } while (number /= base);
  out.append(digits + at, sizeof digits - at);
}

// A type that CPython writes in C is named with its module. (Those of _frozen_importlib it writes in Python.)
Result<void> appendTypeName(ByteBuffer &out, const Type *type, size_t most) {
  bool withModule = !type->isHeap() && std::strcmp(type->module, "builtins") != 0 &&
                    std::strncmp(type->module, "_frozen_importlib", std::strlen("_frozen_importlib")) != 0; // or _external
  if (!withModule) {
    appendText(out, type->name, std::strlen(type->name), most);
    return {};
  }
  ByteBuffer text;
  text.append(type->module);
  text.append('.');
  text.append(type->name);
  appendText(out, text.data(), text.size(), most);
  return {};
}

Result<void> appendArgument_py(ByteBuffer &out, Directive directive, const FormatArgument &argument) {
  switch (argument.kind) {
  case FormatArgument::kText:
    appendText(out, argument.text, std::strlen(argument.text), directive.precision);
    return {};
  case FormatArgument::kChar:
    out.append(static_cast<char>(argument.number));
    return {};
  case FormatArgument::kSigned:
  case FormatArgument::kUnsigned:
    if (directive.conversion == 'c')
      out.append(static_cast<char>(argument.number));
    else
      appendNumber(out, argument, directive.conversion == 'x');
    return {};
  case FormatArgument::kType:
    return appendTypeName(out, argument.type, directive.precision);
  case FormatArgument::kValue:
    break;
  }
  Value value = Value::fromBits(argument.bits);
  if (directive.conversion == 'T' || directive.conversion == 'N') {
    const Type *type = directive.conversion == 'N' && isType(Borrowed<>(value))
                           ? Borrowed<Type>(value).get()
                           : typeOf(value);
    return appendTypeName(out, type, directive.precision);
  }
  return appendStr_py(out, directive.conversion, Borrowed<>(value), directive.precision);
}

} // namespace

Result<Owned<Str>> formatMessage(const char *format, const FormatArgument *arguments, size_t count) {
  ByteBuffer out;
  size_t used = 0;
  for (const char *at = format; *at;) {
    if (*at != '%') {
      const char *end = at;
      while (*end && *end != '%')
        ++end;
      out.append(at, end - at);
      at = end;
      continue;
    }
    ++at;
    Directive directive = parseDirective(at);
    if (directive.conversion == '%') {
      out.append('%');
      continue;
    }
    assert(used < count && "a message's format names more arguments than there are");
    if (used < count)
      TRY(appendArgument_py(out, directive, arguments[used++]));
  }
  return makeStr(out.data(), out.size());
}

} // namespace molt
