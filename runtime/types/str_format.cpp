// format(), str.format() and format_map(), and the replacement fields of f-strings.
#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/operators.h"
#include "runtime/types/quick_format.h"
#include "runtime/types/dict.h"
#include "runtime/types/float.h"
#include "runtime/types/format_fields.h"
#include "runtime/types/format_spec.h"
#include "runtime/types/int.h"
#include "runtime/types/str.gen.h"
#include "runtime/types/str.h"

namespace molt {

// ---- format(value, spec) ------------------------------------------------------------------------------

// For exact builtin types, without a look at the type's dict. Null: some other type.
static Result<bool> formatBuiltin(TextBuffer &out, Borrowed<> value, Borrowed<Str> spec) {
  bool plain = spec->size == 0;
  if (value.value().isInlineInt() || isExactly(value, molt_type_int)) {
    TRY(plain ? appendInt(out, value) : formatInt_spec(out, value, spec, "int"));
    return true;
  }
  if (value.value().isDouble() && !plain) {
    TRY(formatDouble_spec(out, value.value().asDouble(), spec, "float"));
    return true;
  }
  if (isExactly(value, molt_type_str) && !plain) {
    TRY(formatStr_spec(out, value.as<Str>(), spec, "str"));
    return true;
  }
  return false;
}

Result<Owned<Str>> formatValue_py(Borrowed<> value, Borrowed<Str> spec) {
  if (spec->size == 0) {
    if (isExactly(value, molt_type_str))
      return Owned<Str>::retain(value.as<Str>());
    if (value.value().isDouble())
      return doubleToStr(value.value().asDouble());
  }
  if (Owned<Str> quick = formatQuickly(value.value(), spec))
    return quick;
  TextBuffer text;
  bool done = TRY(formatBuiltin(text, value, spec));
  if (done)
    return makeStr(text);
  bool found;
  Owned<> result = TRY(callSpecial_py(value, "__format__"_str, {spec}, &found));
  if (!found)
    return raise(TypeError, "Type %T doesn't define __format__", value);
  if (!isStr(result))
    return raise(TypeError, "__format__ must return a str, not %T", result);
  return std::move(result).as<Str>();
}

static Result<Owned<>> convert_py(Borrowed<> value, uint32_t conversion) {
  switch (conversion) {
  case 0:
    return Owned<>::retain(value);
  case 's':
    return str_py(value);
  case 'r':
    return repr_py(value);
  case 'a':
    return ascii_py(value);
  }
  if (conversion > 32 && conversion < 127)
    return raise(ValueError, "Unknown conversion specifier %c", static_cast<char>(conversion));
  char hex[12];
  int count = 0;
  for (int shift = 28; shift >= 0; shift -= 4)
    if (count || conversion >> shift || shift == 0)
      hex[count++] = "0123456789abcdef"[conversion >> shift & 15];
  hex[count] = 0;
  return raise(ValueError, "Unknown conversion specifier \\x%s", static_cast<const char *>(hex));
}

Result<Owned<Str>> str_format_dunder(Borrowed<Str> self, Borrowed<Str> spec) {
  if (spec->size == 0)
    return str_py(self);
  TextBuffer text;
  TRY(formatStr_spec(text, self, spec, typeName(self)));
  return makeStr(text);
}

// ---- str.format() ---------------------------------------------------------------------------------------

static Raised invalid(const char *text) { return raise(ValueError, text); }

static Result<void> parseSpec(const char *&at, const char *end, FormatField &field) {
  field.spec = at;
  for (int open = 1; at < end; ++at) {
    if (*at == '{') {
      field.nestedSpec = true;
      ++open;
    } else if (*at == '}' && --open == 0) {
      field.specEnd = at++;
      return {};
    }
  }
  return invalid("unmatched '{' in format spec");
}

Result<void> parseFormatField(const char *&at, const char *end, FormatField &field) {
  char c = 0;
  while (at < end) {
    c = *at++;
    if (c == '{')
      return invalid("unexpected '{' in field name");
    if (c == '[')
      while (at < end && *at != ']')
        ++at;
    else if (c == '}' || c == ':' || c == '!')
      break;
  }
  field.nameEnd = at - (c == '}' || c == ':' || c == '!' ? 1 : 0);
  if (c != '!' && c != ':') {
    if (c != '}')
      return invalid("expected '}' before end of string");
    return {};
  }
  if (c == '!') {
    if (at >= end)
      return invalid("end of string while looking for conversion specifier");
    field.conversion = utf8::decode(at);
    if (at < end) {
      c = *at++;
      if (c == '}')
        return {};
      if (c != ':')
        return invalid("expected ':' after conversion specifier");
    }
  }
  return parseSpec(at, end, field);
}

int64_t readFieldNumber(const char *at, const char *end) {
  if (at == end)
    return -1;
  int64_t number = 0;
  for (; at < end; ++at) {
    if (*at < '0' || *at > '9')
      return -1;
    if (number > (INT64_MAX - 9) / 10)
      return -2;
    number = number * 10 + (*at - '0');
  }
  return number;
}

namespace {

class Formatter {
  Borrowed<Tuple> arguments_; // null: format_map
  Borrowed<> keywords_;       // a dict, any mapping, or null
  enum { kUnknown, kAutomatic, kManual } numbering_ = kUnknown;
  int64_t nextNumber_ = 0;

public:
  Formatter(Borrowed<Tuple> arguments, Borrowed<> keywords) : arguments_(arguments), keywords_(keywords) {}

  Result<void> expand_py(TextBuffer &out, const char *at, const char *end, int depth) {
    if (depth < 0)
      return invalid("Max string recursion exceeded");
    while (at < end) {
      const char *literal = at;
      while (at < end && *at != '{' && *at != '}')
        ++at;
      out.append(literal, static_cast<uint64_t>(at - literal));
      if (at == end)
        break;
      char brace = *at++;
      if (at < end && *at == brace) { // {{ or }}
        out.append(brace);
        ++at;
        continue;
      }
      if (brace == '}')
        return invalid("Single '}' encountered in format string");
      if (at == end)
        return invalid("Single '{' encountered in format string");
      FormatField field{at, at};
      TRY(parseFormatField(at, end, field));
      TRY(renderField_py(out, field, depth));
    }
    return {};
  }

private:
  Result<void> renderField_py(TextBuffer &out, const FormatField &field, int depth) {
    Owned<> value = TRY(lookUp_py(field.name, field.nameEnd));
    value = TRY(convert_py(value, field.conversion));
    Owned<Str> spec = emptyStr();
    if (field.nestedSpec) {
      TextBuffer expanded;
      TRY(expand_py(expanded, field.spec, field.specEnd, depth - 1));
      spec = makeStr(expanded);
    } else if (field.specEnd > field.spec) {
      spec = makeStr(field.spec, static_cast<uint64_t>(field.specEnd - field.spec));
    }
    Owned<Str> text = TRY(formatValue_py(value, spec));
    out.append(text->data(), text->size);
    return {};
  }

  Result<int64_t> positionOf(const char *name, const char *end) {
    int64_t number = readFieldNumber(name, end);
    if (number == -2)
      return invalid("Too many decimal digits in format string");
    bool automatic = name == end;
    if (number < 0 && !automatic)
      return int64_t{-1};
    if (numbering_ == kUnknown)
      numbering_ = automatic ? kAutomatic : kManual;
    if (automatic && numbering_ == kManual)
      return invalid("cannot switch from manual field specification to automatic field numbering");
    if (!automatic && numbering_ == kAutomatic)
      return invalid("cannot switch from automatic field numbering to manual field specification");
    return automatic ? nextNumber_++ : number;
  }

  Result<Owned<>> lookUpFirst_py(const char *name, const char *end) {
    int64_t position = TRY(positionOf(name, end));
    if (position < 0) {
      Owned<Str> key = makeStr(name, static_cast<uint64_t>(end - name));
      if (!keywords_)
        return raiseWith(KeyError, key);
      return getItem_py(keywords_, key);
    }
    if (!arguments_)
      return invalid("Format string contains positional fields");
    if (static_cast<uint64_t>(position) >= arguments_->length)
      return raise(IndexError, "Replacement index %zd out of range for positional args tuple", position);
    return Owned<>::retain(Borrowed<>(arguments_->items()[position]));
  }

  // name.attribute[key]...
  Result<Owned<>> lookUp_py(const char *name, const char *end) {
    const char *at = name;
    while (at < end && *at != '.' && *at != '[')
      ++at;
    Owned<> value = TRY(lookUpFirst_py(name, at));
    while (at < end) {
      bool attribute = *at++ == '.';
      const char *start = at;
      while (at < end && (attribute ? *at != '.' && *at != '[' : *at != ']'))
        ++at;
      if (!attribute && at == end)
        return invalid("Missing ']' in format string");
      if (start == at)
        return invalid("Empty attribute in format string");
      int64_t number = attribute ? -1 : readFieldNumber(start, at);
      if (number == -2)
        return invalid("Too many decimal digits in format string");
      Owned<Str> key = makeStr(start, static_cast<uint64_t>(at - start));
      if (attribute)
        value = TRY(getAttribute_py(value, key));
      else
        value = TRY(getItem_py(value, number >= 0 ? intFrom(number).borrow() : Borrowed<>(key)));
      if (!attribute && ++at < end && *at != '.' && *at != '[')
        return invalid("Only '.' or '[' may follow ']' in format field specifier");
    }
    return value;
  }
};

Result<Owned<Str>> formatWith_py(Borrowed<Str> self, Borrowed<Tuple> arguments, Borrowed<> keywords) {
  TextBuffer text;
  Formatter formatter(arguments, keywords);
  TRY(formatter.expand_py(text, self->data(), self->data() + self->size, 1));
  return makeStr(text);
}

} // namespace

Result<Owned<Str>> str_format(Borrowed<Str> self, Borrowed<Tuple> args, Borrowed<Dict> kwargs) {
  return formatWith_py(self, args, kwargs ? Borrowed<>(kwargs) : Borrowed<>());
}
Result<Owned<Str>> str_format_map(Borrowed<Str> self, Borrowed<> mapping) { return formatWith_py(self, {}, mapping); }

} // namespace molt

using namespace molt;

extern "C" Result<Owned<>> molt_format_value_py(Borrowed<> value, uint32_t conversion, Borrowed<> spec) {
  Borrowed<Str> text = spec ? spec.as<Str>() : ""_str;
  if (conversion == 0)
    return formatValue_py(value, text);
  Owned<> converted = TRY(convert_py(value, conversion));
  if (text->size == 0)
    return converted;
  return formatValue_py(converted, text);
}
