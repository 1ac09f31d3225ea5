#include "frontend/ast_dump.h"

#include "frontend/unicode.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

namespace molt {

using namespace ast;

namespace {

/// repr(float): the shortest digits that read back, in the form that Python chooses.
std::string floatRepr(double value) {
  if (std::isinf(value))
    return value < 0 ? "-inf" : "inf";
  if (std::isnan(value))
    return "nan";
  char buffer[64];
  const auto result =
      std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  std::string_view text(buffer, result.ptr - buffer);
  std::string out;
  if (text[0] == '-') {
    out += '-';
    text.remove_prefix(1);
  }
  const size_t e = text.find('e');
  std::string digits;
  for (char c : text.substr(0, e))
    if (c != '.')
      digits += c;
  int exponent = 0;
  const std::string_view exponentText = text.substr(e + 1);
  std::from_chars(exponentText.data() + (exponentText[0] == '+'),
                  exponentText.data() + exponentText.size(), exponent);
  if (exponent < -4 || exponent >= 16) {
    out += digits[0];
    if (digits.size() > 1)
      out += "." + digits.substr(1);
    char suffix[8];
    std::snprintf(suffix, sizeof suffix, "e%c%02d", exponent < 0 ? '-' : '+', std::abs(exponent));
    return out + suffix;
  }
  if (exponent < 0)
    return out + "0." + std::string(-exponent - 1, '0') + digits;
  const size_t point = exponent + 1;
  if (digits.size() <= point)
    return out + digits + std::string(point - digits.size(), '0') + ".0";
  return out + digits.substr(0, point) + "." + digits.substr(point);
}

/// Decimal digits of hexadecimal ones, by repeated multiplication in base 10**9.
std::string decimalFromHex(std::string_view digits) {
  std::vector<uint32_t> limbs{0};
  for (char c : digits) {
    uint64_t carry = c <= '9' ? c - '0' : c - 'a' + 10;
    for (uint32_t &limb : limbs) {
      const uint64_t value = static_cast<uint64_t>(limb) * 16 + carry;
      limb = static_cast<uint32_t>(value % 1000000000);
      carry = value / 1000000000;
    }
    if (carry)
      limbs.push_back(static_cast<uint32_t>(carry));
  }
  std::string out = std::to_string(limbs.back());
  for (size_t i = limbs.size() - 1; i-- > 0;) {
    const std::string part = std::to_string(limbs[i]);
    out += std::string(9 - part.size(), '0') + part;
  }
  return out;
}

char chooseQuote(std::string_view text) {
  const bool hasSingle = text.find('\'') != std::string_view::npos;
  const bool hasDouble = text.find('"') != std::string_view::npos;
  return hasSingle && !hasDouble ? '"' : '\'';
}

void appendHex(std::string &out, const char *prefix, int width, unsigned value) {
  char text[16];
  std::snprintf(text, sizeof text, "%s%0*x", prefix, width, value);
  out += text;
}

/// One character of a repr that needs no Unicode knowledge; false for others.
bool appendAscii(std::string &out, unsigned c, char quote) {
  switch (c) {
  case '\n':
    out += "\\n";
    return true;
  case '\r':
    out += "\\r";
    return true;
  case '\t':
    out += "\\t";
    return true;
  case '\\':
    out += "\\\\";
    return true;
  }
  if (c == static_cast<unsigned char>(quote))
    out += '\\';
  if (c >= 32 && c < 127) {
    out += static_cast<char>(c);
    return true;
  }
  return false;
}

std::string bytesRepr(std::string_view text) {
  const char quote = chooseQuote(text);
  std::string out = "b";
  out += quote;
  for (unsigned char c : text)
    if (!appendAscii(out, c, quote))
      appendHex(out, "\\x", 2, c);
  return out + quote;
}

std::string stringRepr(std::string_view text) {
  const char quote = chooseQuote(text);
  std::string out(1, quote);
  for (size_t at = 0; at < text.size();) {
    const char32_t c = unicode::decode(text, at);
    if (c < 128 && appendAscii(out, c, quote))
      continue;
    if (c >= 128 && unicode::isPrintable(c))
      unicode::encode(c, out);
    else if (c < 256)
      appendHex(out, "\\x", 2, c);
    else if (c < 65536)
      appendHex(out, "\\u", 4, c);
    else
      appendHex(out, "\\U", 8, c);
  }
  return out + quote;
}

std::string constantRepr(const ConstantValue &value) {
  switch (value.type) {
  case ConstantValue::Type::None:
    return "None";
  case ConstantValue::Type::True:
    return "True";
  case ConstantValue::Type::False:
    return "False";
  case ConstantValue::Type::Ellipsis:
    return "Ellipsis";
  case ConstantValue::Type::Int:
    if (value.fitsInt64)
      return std::to_string(value.integer);
    return value.text.starts_with("0x") ? decimalFromHex(value.text.substr(2))
                                        : std::string(value.text);
  case ConstantValue::Type::Float:
    return floatRepr(value.number);
  case ConstantValue::Type::Complex: {
    // A complex number shows whole parts without ".0".
    std::string text = floatRepr(value.number);
    if (text.ends_with(".0"))
      text.resize(text.size() - 2);
    return text + "j";
  }
  case ConstantValue::Type::Str:
    return stringRepr(value.text);
  case ConstantValue::Type::Bytes:
    return bytesRepr(value.text);
  }
  return {};
}

class Dumper {
public:
  Dumper(const DumpOptions &options, std::string &out)
      : options_(options), out_(out), showEmpty_(options.version < python313) {}

  void node(const Node *node) {
    if (!node) {
      out_ += "None";
      return;
    }
    const bool outerFirst = first_;
    first_ = true;
    switch (node->nodeKind()) {
#define MOLT_AST_NODE(Base, Class, py, attributes)                                                 \
  case NodeKind::Class: {                                                                          \
    const auto *n = static_cast<const ast::Class *>(node);                                         \
    (void)n;                                                                                       \
    out_ += py "(";
#define MOLT_AST_CHILD(T, name) field(#name), this->node(n->name);
#define MOLT_AST_OPTIONAL(T, name) optional(#name, n->name);
#define MOLT_AST_CHILDREN(T, name) list(#name, n->name);
#define MOLT_AST_HOLES(T, name) list(#name, n->name);
#define MOLT_AST_IDENTIFIER(name) field(#name), out_ += stringRepr(n->name.text());
#define MOLT_AST_OPTIONAL_IDENTIFIER(name) optionalIdentifier(#name, n->name);
#define MOLT_AST_IDENTIFIERS(name) identifiers(#name, n->name);
#define MOLT_AST_ENUM(E, name) enumerator(#name, n->name);
#define MOLT_AST_ENUMS(E, name) enumerators(#name, n->name);
#define MOLT_AST_INT(name) field(#name), out_ += std::to_string(n->name);
#define MOLT_AST_CONSTANT(name) constant(#name, n->name, node);
#define MOLT_AST_ABSENT(name)
#define MOLT_AST_ABSENT_LIST(name) list(#name, Span<Node *>());
#define MOLT_AST_END(Class)                                                                        \
  if (ast::Class::hasAttributes)                                                                   \
    attributes(n->range());                                                                        \
  break;                                                                                           \
  }
#include "frontend/ast_nodes.def"
    }
    out_ += ')';
    first_ = outerFirst;
  }

private:
  void field(const char *name) {
    if (!first_)
      out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }

  void optional(const char *name, const Node *child) {
    if (!child)
      return;
    field(name);
    node(child);
  }

  template <typename T> void list(const char *name, Span<T *> children) {
    if (children.empty() && !showEmpty_)
      return;
    field(name);
    out_ += '[';
    bool first = true;
    for (const T *child : children) {
      if (!first)
        out_ += ", ";
      first = false;
      node(child);
    }
    out_ += ']';
  }

  void optionalIdentifier(const char *name, Identifier identifier) {
    if (!identifier)
      return;
    field(name);
    out_ += stringRepr(identifier.text());
  }

  void identifiers(const char *name, Span<Identifier> all) {
    if (all.empty() && !showEmpty_)
      return;
    field(name);
    out_ += '[';
    for (size_t i = 0; i < all.size(); ++i)
      out_ += (i ? ", " : "") + stringRepr(all[i].text());
    out_ += ']';
  }

  template <typename E> void enumerator(const char *name, E value) {
    field(name);
    out_ += nameOf(value);
    out_ += "()";
  }

  template <typename E> void enumerators(const char *name, Span<E> values) {
    field(name);
    out_ += '[';
    for (size_t i = 0; i < values.size(); ++i)
      out_ += std::string(i ? ", " : "") + nameOf(values[i]) + "()";
    out_ += ']';
  }

  void constant(const char *name, const ConstantValue &value, const Node *node) {
    field(name);
    out_ += constantRepr(value);
  }

  void attributes(const SourceRange &range) {
    if (!options_.includeAttributes)
      return;
    field("lineno"), out_ += std::to_string(range.line);
    field("col_offset"), out_ += std::to_string(range.column);
    field("end_lineno"), out_ += std::to_string(range.endLine);
    field("end_col_offset"), out_ += std::to_string(range.endColumn);
  }

  const DumpOptions &options_;
  std::string &out_;
  const bool showEmpty_;
  bool first_ = true;
};

} // namespace

std::string dump(const Node *node, const DumpOptions &options) {
  std::string out;
  Dumper(options, out).node(node);
  return out;
}

} // namespace molt
