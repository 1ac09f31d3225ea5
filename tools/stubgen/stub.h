// What a stub (.pyi) says: classes and functions with their parameters, ready to be written out.
// read_stub.cpp makes it, emit.cpp writes the generated header and source.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace molt::stubgen {

struct Default {
  enum class Kind { None, Absent, True, False, Int, Float, Str };
  Kind kind = Kind::None;
  std::string text; // Int, Float: as C++ and Python write it; Str: the characters
};

struct Parameter {
  enum class Kind { PositionalOnly, Ordinary, KeywordOnly, VarArgs, VarKeywords };
  std::string name;
  std::string annotation = "object"; // without "| None"
  bool orNone = false;               // annotation was "T | None"
  Kind kind = Kind::Ordinary;
  std::optional<Default> defaultValue;
  bool required() const {
    return !defaultValue && kind != Kind::VarArgs && kind != Kind::VarKeywords;
  }
};

struct Function {
  enum class Kind { Function, Method, ClassMethod, StaticMethod, New, Init, Call, Getter, Setter };
  std::string name;
  Kind kind = Kind::Function;
  std::vector<Parameter> parameters; // without self
  std::string result = "object";
  std::string doc;
  std::string style;    // forced by @style, else empty
  bool fast = false;    // @fast: calls without keywords go to X_fast(arguments, count)
  std::optional<std::string> signature; // forced by @signature; empty: none
  std::string textName; // forced by @name, else empty
  std::string selfStruct; // forced by @struct, else empty
  unsigned line = 0;
};

struct Class {
  std::string name;
  std::string exportName; // by @name: a name of the stub's module, and that of the type in texts; else empty
  const std::string &textName() const { return exportName.empty() ? name : exportName; }
  std::string structName;
  std::string doc;
  std::vector<Function> functions;
};

struct Stub {
  std::string path; // as it is included: runtime/types/list.pyi
  std::string stem; // list
  std::string doc;
  std::vector<Class> classes;
  std::vector<Function> functions;
};

// Prints errors to stderr and returns nothing when the file is no stub.
std::optional<Stub> readStub(const std::string &file, const std::string &includePath);
// "dict_keys" -> "DictKeys"; Any for what has no struct of its own.
std::string structNameOf(const std::string &className);

std::string emitHeader(const Stub &stub);
std::string emitSource(const Stub &stub);
// The full tables of methods, a file of their own so that a program can bring smaller ones.
std::string emitTables(const Stub &stub);
// Lines BUILTIN_TABLE(table) and BUILTIN_ENTRY(table, "name", entry) for the compiler.
std::string emitTableList(const Stub &stub);
// Facts for the compiler: one line for each function.
std::string emitKnowledge(const Stub &stub);

} // namespace molt::stubgen
