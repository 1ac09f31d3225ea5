// The module `sys`.
#include "runtime/modules/sys.gen.h"

#include "runtime/core/attribute.h"
#include "runtime/core/call.h"
#include "runtime/core/containers.h"
#include "runtime/core/exception.h"
#include "runtime/core/operators.h"
#include "runtime/core/str_literal.h"
#include "runtime/io/byte_buffer.h"
#include "runtime/io/file.h"
#include "runtime/modules/native_module.h"
#include "runtime/modules/program.h"
#include "runtime/modules/uncaught.h"
#include "runtime/types/bytes.h"
#include "runtime/types/dict.h"
#include "runtime/types/list.h"
#include "runtime/types/struct_sequence.h"
#include "runtime/types/text_state.h"
#include "runtime/types/tuple.h"
#include "runtime/types/traceback.h"

#include <cfloat>
#include <climits>
#include <cstdlib>

namespace molt {

// ---- Named tuples -----------------------------------------------------------------------------------

namespace {

constexpr MemberDef kVersionFields[] = {structField("major", 0),        structField("minor", 1),
                                        structField("micro", 2),        structField("releaselevel", 3),
                                        structField("serial", 4),       structFieldEnd()};
constexpr MemberDef kFloatFields[] = {
    structField("max", 0),     structField("max_exp", 1),    structField("max_10_exp", 2), structField("min", 3),
    structField("min_exp", 4), structField("min_10_exp", 5), structField("dig", 6),        structField("mant_dig", 7),
    structField("epsilon", 8), structField("radix", 9),      structField("rounds", 10),    structFieldEnd()};
constexpr MemberDef kIntFields[] = {structField("bits_per_digit", 0), structField("sizeof_digit", 1),
                                    structField("default_max_str_digits", 2),
                                    structField("str_digits_check_threshold", 3), structFieldEnd()};
constexpr MemberDef kHashFields[] = {
    structField("width", 0),     structField("modulus", 1),   structField("inf", 2),
    structField("nan", 3),       structField("imag", 4),      structField("algorithm", 5),
    structField("hash_bits", 6), structField("seed_bits", 7), structField("cutoff", 8), structFieldEnd()};
constexpr const char *kFlagNames[] = {
    "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
    "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
    "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"};
constexpr MemberDef kFlagFields[] = {
    structField(kFlagNames[0], 0),   structField(kFlagNames[1], 1),   structField(kFlagNames[2], 2),
    structField(kFlagNames[3], 3),   structField(kFlagNames[4], 4),   structField(kFlagNames[5], 5),
    structField(kFlagNames[6], 6),   structField(kFlagNames[7], 7),   structField(kFlagNames[8], 8),
    structField(kFlagNames[9], 9),   structField(kFlagNames[10], 10), structField(kFlagNames[11], 11),
    structField(kFlagNames[12], 12), structField(kFlagNames[13], 13), structField(kFlagNames[14], 14),
    structField(kFlagNames[15], 15), structField(kFlagNames[16], 16), structField(kFlagNames[17], 17),
    structFieldEnd()};

} // namespace

extern "C" {
constinit Type molt_type_sys_version_info{structSequenceSpec("version_info", "sys", kVersionFields, false)};
constinit Type molt_type_sys_float_info{structSequenceSpec("float_info", "sys", kFloatFields, false)};
constinit Type molt_type_sys_int_info{structSequenceSpec("int_info", "sys", kIntFields, false)};
constinit Type molt_type_sys_hash_info{structSequenceSpec("hash_info", "sys", kHashFields, false)};
constinit Type molt_type_sys_flags{structSequenceSpec("flags", "sys", kFlagFields, false)};
}

namespace {

Value integer(int64_t number) { return Value::fromInt(number); }

struct Version {
  int parts[3] = {3, 14, 0}; // major, minor, micro
};
Version versionOf(const ProgramCode *program) {
  Version version;
  const char *at = program && program->pythonVersion ? program->pythonVersion.get() : "";
  for (int i = 0; i < 3 && *at >= '0' && *at <= '9'; ++i) {
    version.parts[i] = 0;
    for (; *at >= '0' && *at <= '9'; ++at)
      version.parts[i] = version.parts[i] * 10 + (*at - '0');
    if (*at == '.')
      ++at;
  }
  return version;
}

void addVersion(Borrowed<Dict> dict) {
  Version version = versionOf(runtime().program);
  auto [major, minor, micro] = version.parts;
  int64_t hex = int64_t{major} << 24 | minor << 16 | micro << 8 | 0xF0;
  dictSetName(dict, "hexversion"_str, Borrowed<>(integer(hex)));
  dictSetName(dict, "api_version"_str, Borrowed<>(integer(1013)));
  ByteBuffer text;
  for (int i = 0; i < 3; ++i) {
    if (i)
      text.append('.');
    text.appendDecimal(version.parts[i]);
  }
  text.append(" (molt) [Clang ");
  text.appendDecimal(__clang_major__);
  text.append(']');
  dictSetName(dict, "version"_str, makeStr(text.data(), text.size()));
}

void addLimits(Borrowed<Dict> dict) {
  dictSetName(dict, "maxsize"_str, makeInt(INT64_MAX));
  dictSetName(dict, "maxunicode"_str, Borrowed<>(integer(0x10FFFF)));
}

} // namespace

// ---- What is there only when the program says its name ----------------------------------------------

static void addVersionInfo(Borrowed<Dict> dict) {
  auto [major, minor, micro] = versionOf(runtime().program).parts;
  const Value items[] = {integer(major), integer(minor), integer(micro), "final"_str.value(), integer(0)};
  dictSetName(dict, "version_info"_str, makeStructSequence(molt_type_sys_version_info, items, 5));
}
static void addFloatInfo(Borrowed<Dict> dict) {
  const Value floats[] = {Value::fromDouble(DBL_MAX), integer(DBL_MAX_EXP), integer(DBL_MAX_10_EXP),
                          Value::fromDouble(DBL_MIN), integer(DBL_MIN_EXP), integer(DBL_MIN_10_EXP),
                          integer(DBL_DIG),           integer(DBL_MANT_DIG), Value::fromDouble(DBL_EPSILON),
                          integer(FLT_RADIX),         integer(1)};
  dictSetName(dict, "float_info"_str, makeStructSequence(molt_type_sys_float_info, floats, 11));
}
static void addIntInfo(Borrowed<Dict> dict) {
  const Value ints[] = {integer(30), integer(4), integer(4300), integer(640)};
  dictSetName(dict, "int_info"_str, makeStructSequence(molt_type_sys_int_info, ints, 4));
}
static void addHashInfo(Borrowed<Dict> dict) {
  Owned<> modulus = makeInt((int64_t{1} << 61) - 1);
  const Value hashes[] = {integer(64),           modulus.value(), integer(314159), integer(0), integer(1000003),
                          "siphash13"_str.value(), integer(64),     integer(128),    integer(0)};
  dictSetName(dict, "hash_info"_str, makeStructSequence(molt_type_sys_hash_info, hashes, 9));
}
static void addFlags(Borrowed<Dict> dict) {
  Value flags[18];
  for (Value &flag : flags)
    flag = integer(0);
  flags[13] = flags[16] = boolean(false).value();
  flags[17] = integer(4300);
  dictSetName(dict, "flags"_str, makeStructSequence(molt_type_sys_flags, flags, 18));
}
WHEN_SAID(version_info, addVersionInfo)
WHEN_SAID(float_info, addFloatInfo)
WHEN_SAID(int_info, addIntInfo)
WHEN_SAID(hash_info, addHashInfo)
WHEN_SAID(flags, addFlags)

// A value whose attributes are the dict's: sys.implementation.
static Result<void> addImplementation_py(Borrowed<Dict> dict) {
  Owned<Dict> space = makeDict();
  dictSetName(space, "__module__"_str, "types"_str);
  Owned<> type = TRY(call_py(Borrowed<>(Value::fromObject(&molt_type_type)),
                             {"SimpleNamespace"_str, emptyTuple(), space}));
  Owned<> made = TRY(call_py(type, nullptr, 0));
  Owned<Str> cacheTag = TRY(formatStr("cpython-3%u", runtime().pythonMinor));
  TRY(setAttribute_py(made, "name"_str, "cpython"_str));
  TRY(setAttribute_py(made, "cache_tag"_str, cacheTag));
  if (!dictFindName(dict, "version_info"_str))
    addVersionInfo(dict);
  TRY(setAttribute_py(made, "version"_str, dictFindName(dict, "version_info"_str)));
  TRY(setAttribute_py(made, "hexversion"_str, dictFindName(dict, "hexversion"_str)));
  dictSetName(dict, "implementation"_str, made);
  return {};
}
WHEN_SAID(implementation, addImplementation_py)

// Bytes that are no UTF-8 become lone surrogates.
static Result<Owned<Str>> systemText_py(const char *text, size_t size) {
  return decodeBytes_py(text, size, "utf-8", "surrogateescape", {});
}
static const char *programName() { return programArguments().count ? programArguments().values[0] : ""; }

static Result<Owned<List>> argumentList_py() {
  const ProgramArguments &arguments = programArguments();
  Owned<List> list = makeList();
  for (int i = 0; i < arguments.count; ++i) {
    Owned<Str> argument = TRY(systemText_py(arguments.values[i], std::strlen(arguments.values[i])));
    listAppend(list, argument.borrow());
  }
  if (!arguments.count)
    listAppend(list, ""_str);
  return list;
}
static Result<void> addArgv_py(Borrowed<Dict> dict) {
  dictSetName(dict, "argv"_str, TRY(argumentList_py()));
  return {};
}
static Result<void> addOriginalArgv_py(Borrowed<Dict> dict) {
  dictSetName(dict, "orig_argv"_str, listToTuple(TRY(argumentList_py())));
  return {};
}
static Result<void> addPath_py(Borrowed<Dict> dict) {
  const char *program = programName(), *slash = std::strrchr(program, '/');
  Owned<Str> directory = TRY(systemText_py(program, slash ? slash - program : 0));
#ifndef __wasm__
  char resolved[PATH_MAX];
  if (realpath(slash == program ? "/" : slash ? directory->data() : ".", resolved))
    directory = TRY(systemText_py(resolved, std::strlen(resolved)));
#endif
  Owned<List> path = makeList();
  listAppend(path, directory.borrow());
  dictSetName(dict, "path"_str, path);
  return {};
}
static Result<void> addExecutable_py(Borrowed<Dict> dict) {
  dictSetName(dict, "executable"_str, TRY(systemText_py(programName(), std::strlen(programName()))));
  return {};
}
WHEN_SAID(argv, addArgv_py)
WHEN_SAID(orig_argv, addOriginalArgv_py)
WHEN_SAID(path, addPath_py)
WHEN_SAID(executable, addExecutable_py)

static void addModuleNames(Borrowed<Dict> dict) {
  static constexpr const char *kNative[] = {
#define NATIVE_MODULE(name) #name,
#define NATIVE_EXTENSION(name) #name,
#include "abi/native_modules.def"
#undef NATIVE_MODULE
#undef NATIVE_EXTENSION
  };
  Owned<List> names = makeList();
  for (const char *name : kNative) {
    Owned<Str> text = makeStr(name);
    listAppend(names, text.borrow());
  }
  dictSetName(dict, "builtin_module_names"_str, listToTuple(names));
}
WHEN_SAID(builtin_module_names, addModuleNames)

const char sysNamesWhenSaid[] = "argv builtin_module_names executable flags float_info hash_info implementation int_info "
                                "orig_argv path version_info";

namespace {

void addFiles(Borrowed<Dict> dict) {
  Owned<> in = makeStandardFile(0), out = makeStandardFile(1), err = makeStandardFile(2);
  dictSetName(dict, "__stdin__"_str, in);
  dictSetName(dict, "__stdout__"_str, out);
  dictSetName(dict, "__stderr__"_str, err);
  dictSetName(dict, "stdin"_str, in);
  dictSetName(dict, "stdout"_str, out);
  dictSetName(dict, "stderr"_str, err);
}

Result<void> setUp(Borrowed<Module> module, Borrowed<Dict> dict) {
  addVersion(dict);
  addLimits(dict);
  for (auto add : {molt_when_version_info, molt_when_float_info, molt_when_int_info, molt_when_hash_info, molt_when_flags,
                   molt_when_builtin_module_names})
    if (add)
      add(dict);
  for (auto add : {molt_when_argv, molt_when_orig_argv, molt_when_path, molt_when_executable, molt_when_implementation})
    if (add)
      TRY(add(dict));
  addFiles(dict);
  dictSetName(dict, "modules"_str, Borrowed<Dict>(runtime().modules.get()));
  dictSetName(dict, "byteorder"_str, "little"_str);
#ifdef __wasm__
  dictSetName(dict, "platform"_str, "wasi"_str);
#else
  dictSetName(dict, "platform"_str, "linux"_str);
#endif
  dictSetName(dict, "copyright"_str, ""_str);
  dictSetName(dict, "float_repr_style"_str, "short"_str);
  dictSetName(dict, "prefix"_str, ""_str);
  dictSetName(dict, "exec_prefix"_str, ""_str);
  dictSetName(dict, "base_prefix"_str, ""_str);
  dictSetName(dict, "dont_write_bytecode"_str, boolean(true));
  dictSetName(dict, "warnoptions"_str, makeList());
  dictSetName(dict, "meta_path"_str, makeList());
  dictSetName(dict, "path_hooks"_str, makeList());
  dictSetName(dict, "path_importer_cache"_str, makeDict());
  dictSetName(dict, "_xoptions"_str, makeDict());
  for (auto [hidden, shown] : {std::pair{"__excepthook__"_str, "excepthook"_str},
                               std::pair{"__unraisablehook__"_str, "unraisablehook"_str},
                               std::pair{"__displayhook__"_str, "displayhook"_str}})
    dictSetName(dict, hidden, Owned<>::retain(dictFindName(dict, shown)));
  return {};
}

} // namespace

const NativeModule nativeModule_sys{"sys", sys_functions, setUp};

// ---- Functions --------------------------------------------------------------------------------------

Result<Owned<>> sys_exit(Borrowed<> status) {
  if (!isTuple(status))
    return raiseWith(SystemExit, isNone(status) ? Borrowed<>() : status);
  Owned<> exit = TRY(makeException(SystemExit, status.as<Tuple>()->items(), status.as<Tuple>()->length));
  return raiseInstance(exit);
}

Result<Owned<>> sys_exception() {
  Borrowed<> handled = handledException();
  return Owned<>::retain(handled ? handled : none());
}

Result<Owned<>> sys_exc_info() {
  Borrowed<> handled = handledException();
  Value items[3] = {none().value(), none().value(), none().value()};
  if (handled) {
    items[0] = Value::fromObject(typeOf(handled));
    items[1] = handled.value();
    if (Borrowed<Traceback> traceback = tracebackOf(handled))
      items[2] = traceback.value();
  }
  return Owned<>(makeTuple(items, 3));
}

Result<Owned<>> sys_intern(Borrowed<> string) {
  if (!isStr(string))
    return raise(TypeError, "intern() argument must be str, not %T", string);
  if (!isExactly(string, molt_type_str))
    return raise(TypeError, "can't intern %T", string);
  return Owned<>::retain(intern(string.as<Str>()));
}

Result<int64_t> sys_getrefcount(Borrowed<> object) {
  if (!object.value().isObject() || object.value().asObject()->refcount >= kImmortal)
    return int64_t{runtime().pythonMinor >= 14 ? 3221225472 : 4294967295};
  return int64_t{object.value().asObject()->refcount} + 1; // the argument counts
}

Result<int64_t> sys_getsizeof(Borrowed<> object, Borrowed<> fallback) {
  Owned<> method = TRY(lookupSpecial_py(object, "__sizeof__"_str));
  if (method.value().isExhausted()) {
    const Type *type = typeOf(object);
    return static_cast<int64_t>(type->size);
  }
  Owned<> size = TRY(call_py(method, nullptr, 0));
  return indexToInt64_py(size);
}

Result<int64_t> sys_getrecursionlimit() { return int64_t{runtime().depthLimit}; }
Result<void> sys_setrecursionlimit(int32_t limit) {
  if (limit < 1)
    return raise(ValueError, "recursion limit must be greater or equal than 1");
  if (runtime().depth >= static_cast<uint32_t>(limit))
    return raise(RecursionError, "cannot set the recursion limit to %d at the recursion depth %u: the limit is too low",
                 limit, runtime().depth);
  runtime().setDepthLimit(static_cast<uint32_t>(limit));
  return {};
}

Result<Owned<Str>> sys_getdefaultencoding() { return Owned<Str>::retain("utf-8"_str); }
Result<Owned<Str>> sys_getfilesystemencoding() { return Owned<Str>::retain("utf-8"_str); }
Result<Owned<Str>> sys_getfilesystemencodeerrors() { return Owned<Str>::retain("surrogateescape"_str); }
Result<bool> sys_is_finalizing() { return runtime().finalizing; }

Result<int64_t> sys_get_int_max_str_digits() { return textState().maxIntDigits; }
Result<void> sys_set_int_max_str_digits(int32_t digits) {
  if (digits != 0 && digits < 640)
    return raise(ValueError, "maxdigits must be 0 or larger than 640");
  textState().maxIntDigits = digits;
  return {};
}

Result<double> sys_getswitchinterval() { return 0.005; }
Result<void> sys_setswitchinterval(double interval) {
  if (!(interval > 0))
    return raise(ValueError, "switch interval must be strictly positive");
  return {};
}
Result<Owned<>> sys_gettrace() { return ownedNone(); }
Result<Owned<>> sys_getprofile() { return ownedNone(); }

Result<void> sys_excepthook(Borrowed<> type, Borrowed<> value, Borrowed<> traceback) {
  if (isException(value))
    printUncaught_py(value);
  return {};
}

Result<void> sys_unraisablehook(Borrowed<> unraisable) {
  Owned<> exception = TRY(getAttribute_py(unraisable, "exc_value"_str));
  Owned<> object = TRY(getAttribute_py(unraisable, "object"_str));
  if (isException(exception)) {
    (void)restorePending(std::move(exception));
    writeIgnored_py("in:", object);
  }
  return {};
}

Result<void> sys_displayhook(Borrowed<> value) {
  if (isNone(value))
    return {};
  dictSetName(Borrowed<Dict>(runtime().builtins.get()), "_"_str, none());
  Owned<Str> text = TRY(repr_py(value));
  Borrowed<> out = standardFile("stdout"_str);
  if (!out)
    return raise(RuntimeError, "lost sys.stdout");
  Owned<> kept = Owned<>::retain(out);
  TRY(writeToFile_py(kept, text));
  TRY(writeToFile_py(kept, "\n"_str));
  dictSetName(Borrowed<Dict>(runtime().builtins.get()), "_"_str, value);
  return {};
}

Result<int64_t> sys_getallocatedblocks() { return static_cast<int64_t>(liveObjectCount()); }

} // namespace molt
