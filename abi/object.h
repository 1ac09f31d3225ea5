// Layouts of the objects that compiled code builds or reads itself. Everything else about an object
// is the runtime's own. All fields have one size and offset on every target.
#pragma once

#include "abi/value.h"

#include <cstddef>

namespace molt {

struct Type;
struct Str;
struct Tuple;
struct Dict;
struct Module;
struct Function;
struct Runtime;

// Reference counts at or above kImmortal are never changed: static data and constants.
inline constexpr uint32_t kImmortal = 0x80000000u;

enum ObjectFlags : uint32_t {
  kFinalized = 1u << 0,    // __del__ has run (PEP 442)
  kHasWeakrefs = 1u << 1,  // the runtime's weak reference table knows this object
  kTracked = 1u << 2,      // the cycle collector visits it
  kCollecting = 1u << 3,   // scratch of a running collection
  kTypeFlagsShift = 8,     // from bit 8 on: each type's own
  // Instances of classes: no slot with this number or a higher one is filled; kSlotsInAnyOrder: who knows.
  kFilledShift = 16,
  kFilledMask = 0xFFu << kFilledShift,
  kSlotsInAnyOrder = 0xFFu << kFilledShift,
};

struct Object {
  Ptr<Type> type;
  uint32_t refcount;
  uint32_t flags;
};
static_assert(sizeof(Object) == 16 && offsetof(Object, refcount) == 8);

// str: UTF-8, where lone surrogates stand as three bytes each. The bytes follow the struct and end in
// a NUL that does not count. Behind them, at the next multiple of 8 bytes, a str that is not ASCII has a Ptr<uint32_t>: the
// byte offsets of every 64th code point, or null until they are needed.
enum StrFlags : uint32_t {
  kStrAscii = 1u << 8,
  kStrInterned = 1u << 9,
};
struct Str : Object {
  uint64_t length;          // code points
  uint64_t size;            // bytes
  uint64_t hash;            // 0: not computed yet. hash() as CPython's with PYTHONHASHSEED=0
  char *data() { return reinterpret_cast<char *>(this + 1); }
  const char *data() const { return reinterpret_cast<const char *>(this + 1); }
};
static_assert(sizeof(Str) == 40);

// The strs of one ASCII character, by their codes: immortal, the same for all runtimes.
struct AsciiCharacter {
  Str header;
  char text[8];
};
inline constexpr uint64_t kAsciiCharacterSize = sizeof(AsciiCharacter);
extern "C" AsciiCharacter molt_ascii_characters[128];
static_assert(kAsciiCharacterSize == 48);

// The beginning of every type object.
struct TypeHead : Object {
  uint32_t version; // changes whenever an attribute or base of a heap type changes
  uint32_t typeFlags;
  // Of a known class (ClassFacts): one more than its number, and the number of its first method; else 0.
  uint32_t classNumber;
  uint32_t firstMethod;
};
static_assert(sizeof(TypeHead) == 32 && offsetof(TypeHead, version) == 16 && offsetof(TypeHead, classNumber) == 24 &&
              offsetof(TypeHead, firstMethod) == 28);

// Of typeFlags: what match statements ask.
inline constexpr uint32_t kIsSequenceType = 1u << 10, kIsMappingType = 1u << 11;

struct Bytes : Object {
  uint64_t size;
  uint64_t hash; // 0: not computed yet
  char *data() { return reinterpret_cast<char *>(this + 1); }
  const char *data() const { return reinterpret_cast<const char *>(this + 1); }
};
static_assert(sizeof(Bytes) == 32);

struct Tuple : Object {
  uint64_t length;
  Value *items() { return reinterpret_cast<Value *>(this + 1); }
  const Value *items() const { return reinterpret_cast<const Value *>(this + 1); }
};
static_assert(sizeof(Tuple) == 24);

// A list is ordinary or compact. A compact one holds bools only, a byte each, and at least one. To code that does not know of
// such lists it is an empty list without room: its tests of bounds send that to the runtime, which makes the list ordinary. No
// list becomes compact again.
struct List : Object {
  uint64_t length;   // 0 in a compact list
  Ptr<Value> items;  // null while capacity is 0; of a compact list: its bytes, each 0 or 1
  uint64_t capacity; // room from `items` on; of a compact list, as a signed number: minus its length
  uint64_t gap;      // so much room is in front of `items` (runtime/types/list.h)
  bool isCompact() const { return static_cast<int64_t>(capacity) < 0; }
  uint64_t compactLength() const { return isCompact() ? -capacity : 0; }
  uint64_t anyLength() const { return length + compactLength(); }
  uint8_t *bytes() const { return reinterpret_cast<uint8_t *>(items.get()); }
};
static_assert(offsetof(List, items) == 24 && offsetof(List, capacity) == 32);
// A list that loses items gives room back when more than half of it is empty, and it is more than this.
inline constexpr uint64_t kSmallListCapacity = 16;
// So len() of a list, tuple and str is one load.
static_assert(offsetof(List, length) == 16 && offsetof(Tuple, length) == 16 && offsetof(Str, length) == 16);

enum DictFlags : uint32_t {
  kDictOtherKeys = 1u << 8, // some key is no exact str
  kDictWatched = 1u << 9,   // a module's, some of whose values compiled code knows (runtime/core/known_globals.h)
};
struct DictEntry {
  uint64_t hash;
  Value key; // null: deleted
  Value value;
};
// Its invariants are in runtime/types/dict.h.
struct Dict : Object {
  uint64_t keysVersion;
  Ptr<DictEntry> entries;
  uint64_t used;
  Ptr<void> index;     // start of the block; null while there never was an item
  uint32_t entryCount;
  uint32_t usable;     // entries that can be added before the block must be made anew
  uint32_t log2Size;   // of the index table, which has 1 << log2Size indices
  uint32_t lastFound;  // the entry that a lookup has found last without asking anybody, or none; its key can be gone
};
static_assert(offsetof(Dict, entryCount) == 48 && offsetof(DictEntry, key) == 8 && offsetof(DictEntry, value) == 16);
static_assert(offsetof(Dict, keysVersion) == 16 && offsetof(Dict, entries) == 24 &&
              offsetof(Dict, used) == 32 && sizeof(DictEntry) == 24 && sizeof(Dict) == 64);

// What set and frozenset begin with: which ints from kSmallIntsFrom on are in it, a bit each. Nothing else in a set without
// kSetOtherKeys is equal to an int.
enum SetFlags : uint32_t {
  kSetOtherKeys = 1u << 8, // some key is neither an inline int nor an exact str
};
inline constexpr int64_t kSmallIntsFrom = -32, kSmallIntCount = 128;
struct SetHead : Object {
  uint64_t smallInts[kSmallIntCount / 64];
};
static_assert(offsetof(SetHead, smallInts) == 16);

// The iterators over a tuple, a list (also backwards, where index is that of the next item, -1 at the end)
// and any sequence.
struct SequenceIterator : Object {
  Value sequence; // null: at its end
  int64_t index;
};
static_assert(offsetof(SequenceIterator, sequence) == 16 && offsetof(SequenceIterator, index) == 24);

struct RangeIterator : Object { // all its numbers are inline ints
  int64_t current, step;
  uint64_t remaining;
};
static_assert(offsetof(RangeIterator, current) == 16 && offsetof(RangeIterator, remaining) == 32);

// A variable shared between a function and its nested functions.
struct Cell : Object {
  Value content; // null: unbound
};
static_assert(sizeof(Cell) == 24);

// ---- What the compiler emits as constant data -------------------------------------------------

struct Position { // 1-based lines, 0-based byte columns; 0,0,0,0: none
  uint32_t line, column, endLine, endColumn;
};

enum FunctionFlags : uint32_t {
  kHasVarArgs = 1u << 0,
  kHasVarKeywords = 1u << 1,
  kIsGenerator = 1u << 2,
  kIsCoroutine = 1u << 3,
  kIsAsyncGenerator = 1u << 4,
  kIsNested = 1u << 5,
  kIsModuleBody = 1u << 6,
  kIsClassBody = 1u << 7,
  // The program gives its functions attributes; so compiled code that knows such a function counts it while it calls it.
  kHasAttributes = 1u << 8,
};

enum TypeParameterKind : uint32_t {
  kTypeVar,
  kBoundTypeVar,       // with a function that gives the bound
  kConstrainedTypeVar, // or a tuple of constraints
  kParamSpec,
  kTypeVarTuple,
};

// What CPython calls a code object. Immortal, one for each function in the source.
// Parameters are in CPython's order: positional-only, positional-or-keyword, keyword-only, *args,
// **kwargs. `entry` takes exactly parameterCount() borrowed values.
struct Code;
using CodeEntry = uint64_t (*)(Function *callee, const Value *arguments);
// Resumes a generator. sent: the value of the yield expression, or null with an exception pending
// (throw). The result is what it yielded, or returned when generator->state is then kFinished, or
// null with an exception pending.
struct Generator;
using ResumeEntry = uint64_t (*)(Generator *generator, uint64_t sent);

struct Code : Object {
  Ptr<Str> name;
  Ptr<Str> qualname;
  Ptr<Str> filename;
  Ptr<Tuple> variableNames; // parameters first, then the other locals
  Ptr<Tuple> freeNames;     // names of the closure's cells, in order
  Ptr<Str> docstring;       // or null
  Ptr<void> entry;          // CodeEntry; null for the body of a generator
  Ptr<void> resume;         // ResumeEntry, generators only
  Ptr<const Position> positions; // one for each site number that compiled code passes
  uint32_t positionCount;
  uint32_t firstLine;
  uint32_t positionalOnlyCount;
  uint32_t positionalCount; // with the positional-only ones
  uint32_t keywordOnlyCount;
  uint32_t flags; // FunctionFlags
  uint32_t frameSlots; // Values in a generator's frame
  uint32_t directCount; // a call with that many positional arguments may go to entry as it is; kNeverDirect: none may
  Ptr<Tuple> cellNames; // locals of this function that nested functions share

  uint32_t parameterCount() const {
    return positionalCount + keywordOnlyCount + (flags & kHasVarArgs ? 1 : 0) +
           (flags & kHasVarKeywords ? 1 : 0);
  }
};

inline constexpr uint32_t kNeverDirect = ~uint32_t{0};

// A flag of functions: the defaults are no longer those of the def statement, or may not be.
inline constexpr uint32_t kHasOtherDefaults = 1u << 13;
static_assert(offsetof(Code, entry) == 64 && offsetof(Code, directCount) == 116);

struct Function : Object {
  Ptr<Code> code;
  Ptr<Module> module;  // whose globals it uses
  Ptr<Tuple> closure;  // cells, or null
  Value defaults;      // tuple, or null
  Value keywordDefaults; // dict, or null
  Value name, qualname;  // str, as assigned; null: the code's
  Value doc;             // null: the code's
  Value moduleName;      // __module__; null: the module's firstName
  Value annotations;     // dict; null: none yet
  Value annotate;        // __annotate__ function, or null
  Value dict;            // __dict__, or null
  Value typeParams;
};
static_assert(offsetof(Function, code) == 16 && offsetof(Function, module) == 24 &&
              offsetof(Function, closure) == 32);

enum class GeneratorState : uint32_t { kCreated, kSuspended, kRunning, kFinished };

// A generator's frame lies behind it: Code::frameSlots Values, all null or owned: the variables in the order of
// their declaration (bound parameters first, put there by the runtime), then room for other values that live across a
// yield, which is null unless the generator is suspended. Who does what:
//  - The runtime sets state to kRunning and calls resume; afterwards, when state is still kRunning, it has yielded and
//    the runtime sets kSuspended.
//  - `sent` is borrowed; what resume returns is owned.
//  - Compiled code keeps in `resumePoint` where to go on (0: at the start) and, while suspended in `yield from`,
//    `delegate`, which the frame keeps alive. Where it returns or leaves an exception, it has released all of the
//    frame (which is null then) and set kFinished. Resumed at 0 with sent null, it does so at once.
//  - A generator that dies or is collected while suspended: what the frame holds is the runtime's to release.
struct Generator : Object {
  Ptr<Function> function;
  GeneratorState state;
  uint32_t resumePoint;
  Value handled;    // the exception being handled inside, or null
  Value delegate;   // what `yield from` runs, or null
  Value name, qualname; // str, as assigned; null: the function's
  Value *slots() { return reinterpret_cast<Value *>(this + 1); }
};
static_assert(sizeof(Generator) == 64 && offsetof(Generator, resumePoint) == 28);

// One for each global name that a module's code uses: where its value was last found. Good while the
// keys of both dicts are what they were.
struct GlobalCache {
  uint64_t moduleKeysVersion;   // Dict::keysVersion of the module when filled; 0: empty
  uint64_t builtinsKeysVersion; // the same of builtins
  Ptr<Value> place;             // in the entries of one of them
  uint64_t inBuiltins;          // 1: of builtins
  // The function or class that the module's code was compiled to know under this name, while the module's dict has it
  // there and nothing has changed about it (runtime/core/known_globals.h); else null. Borrowed.
  Value known;
  // A function or class that `known` was until the name got another value: it is `known` again when the name has it back.
  // Borrowed; the runtime's.
  Value lost;
};
static_assert(sizeof(GlobalCache) == 48 && offsetof(GlobalCache, known) == 32);

// What an attribute was at one place in the source the last time. Compiled code knows kSlot, kSlotStore, kDict and
// kFunction; the others are the runtime's (runtime/core/attribute_cache.cpp).
enum AttributeCacheKind : uint32_t {
  kEmpty,
  kSlot,       // a Value at `offset` of the object; null: look again
  kSlotOrType, // the same in the lower half of `offset`; when null: what stands at `value`, a place in a type's
               // dict, unless the object's dict (whose word is at the upper half) has the name
  kSlotStore,  // the same, for stores: `value` bits: the slot's number (ObjectFlags' kFilledShift)
  kDict,       // in the object's dict, whose word is at the lower half of `offset`, perhaps in the entry of the upper
               // half; no data descriptor of that name
  kFunction,   // `value` in the type, a Python function; the object's dict (word at offset, 0: none) lacks it
  kMethod,     // the same with something else that binds
  kTypeValue,  // at the place `value` in the type, plain data; as kMethod
  kStatic,     // `value` is a staticmethod in the type; as kMethod
  kClass,      // `value` is a classmethod in the type; as kMethod
  kProperty,   // `value` is a property with a Python getter
  kOnType,     // the object is a type: `value` found in its mro, a function
  kOnTypeValue, // the same with plain data at the place `value`
  kOnTypeStatic,
  kOnTypeClass,
  kModule,     // the object is a module: at the place `value` in its dict, while the version of that's keys is `offset`
  kSuper,      // the object is a super: `type` is its object's type, `offset` its start type's address,
               // `value` something method-like after that in the mro
  kComputed,   // `value` is a getset_descriptor of the type
};

struct AttributeCache {
  Ptr<Type> type;
  uint32_t typeVersion;
  uint32_t kind; // AttributeCacheKind
  uint64_t offset;
  Value value; // borrowed: the type keeps it alive as long as the version holds
  Ptr<AttributeCache> others; // kOtherAttributeCaches for other types that came by, or null
};
inline constexpr uint32_t kOtherAttributeCaches = 7;
static_assert(sizeof(AttributeCache) == 40 && offsetof(AttributeCache, typeVersion) == 8 &&
              offsetof(AttributeCache, kind) == 12 && offsetof(AttributeCache, offset) == 16 &&
              offsetof(AttributeCache, value) == 24);

// Comparisons by number, as the runtime's Comparison has them; with kNegatedEqual: the opposite of what == said.
inline constexpr uint32_t kNegatedEqual = 8;

enum ClassTraits : uint32_t {
  // Special methods that neither it nor its bases but object have.
  kLacksBool = 1u << 0,
  kLacksLength = 1u << 1,
  kLacksEqual = 1u << 2,
  kLacksNotEqual = 1u << 3,
  // Its instances have the slots that it and its bases declare in __slots__, and no dict.
  kHasDeclaredSlots = 1u << 4,
  // It derives from a builtin exception that has no fields but those of BaseException; its own lie behind them.
  kIsException = 1u << 5,
};

// How a function stands in a class.
enum MethodForm : uint32_t { kPlainMethod, kGetter, kStaticMethod, kClassMethod };
// What compiled code was made to know of a class: where the attributes of its instances are, and which functions its
// methods are. The runtime compares it with the class when that has been made (register_class); where they differ, the
// class is not in RuntimeEvents::knownClasses, and compiled code takes none of its instances for one. Whatever makes it
// wrong later sets classesChanged.
struct ClassFacts {
  uint32_t number;
  uint32_t base; // one more than the number of its base, which is known; or 0
  uint32_t fieldCount;
  uint32_t methodCount;
  uint32_t firstMethod; // its number
  uint32_t traits;      // ClassTraits
  Ptr<Tuple> matchArgs; // __match_args__, strs; null: nothing is known of it
  // Followed by the names, Ptr<Str>, of slot 0, 1, ...; by the methods' names; by the Code of each, null where nothing is known
  // of it; and by the MethodForm of each.
  const Ptr<Str> *fields() const { return reinterpret_cast<const Ptr<Str> *>(this + 1); }
  const Ptr<Str> *methods() const { return fields() + fieldCount; }
  const Ptr<Code> *functions() const { return reinterpret_cast<const Ptr<Code> *>(methods() + methodCount); }
  const uint32_t *forms() const { return reinterpret_cast<const uint32_t *>(functions() + methodCount); }
};
static_assert(sizeof(ClassFacts) == 32);
// Of instances of known classes: behind the header and the dict, which those with kHasDeclaredSlots do not have.
inline constexpr uint64_t kFirstFieldOffset = sizeof(Object) + sizeof(Value), kFirstDeclaredOffset = sizeof(Object);
// Of those with kIsException: behind BaseException's five words and the dict.
inline constexpr uint64_t kFirstExceptionFieldOffset = sizeof(Object) + 6 * sizeof(Value);
constexpr uint64_t instanceSize(uint64_t fieldCount) { return kFirstFieldOffset + fieldCount * sizeof(Value); }

// Of a builtin method's definition (MethodDef in runtime/core/type.h), on targets of 64 bits: where its function is, a
// uint64_t (*)(Value self, const Value *arguments, uint64_t positionalCount, Tuple *names).
inline constexpr uint64_t kMethodFunctionOffset = 8;

struct ModuleCode {
  Ptr<Str> name;     // dotted
  Ptr<Str> filename; // as CPython's __file__; of a namespace package its folder
  Ptr<Code> body;    // run with no arguments; null: a namespace package
  uint32_t isPackage;
  uint32_t globalCacheCount;
  uint32_t attributeCacheCount;
  uint32_t constantCount;
  // uint64_t (*)(Module *). Fills Module::constants (constants that cannot be static data: big ints, complex) and gives
  // 0 when an exception is pending; may be null. Of a namespace package: makes its __path__.
  Ptr<void> prepare;
};

// The allocator's cells of one size (runtime/core/allocate.h), as compiled code takes them.
inline constexpr uint64_t kSizeClassStep = 16, kLargestSmall = 1024; // bytes
struct FreeCell {
  Ptr<void> type; // always null: marks the cell as free
  Ptr<FreeCell> next;
};
struct CellPage {
  Ptr<FreeCell> freeCells; // cells that were used and freed
  uint32_t liveCells;
  uint32_t cellSize;
};
static_assert(sizeof(FreeCell) == 16 && offsetof(FreeCell, next) == 8 && sizeof(CellPage) == 16 &&
              offsetof(CellPage, liveCells) == 8);

inline constexpr uint32_t kPatience = 1 << 14; // RuntimeEvents::patience, at its beginning

// The part of the Runtime that compiled code sees; it is the Runtime's beginning.
struct RuntimeEvents {
  volatile uint32_t wanted; // something happened (Ctrl-C): compiled code calls check_events_py in its loops
  uint32_t depth;     // Python calls that are active
  // At this depth a call must go through the runtime: the recursion limit, what the stack holds for sure, or 0 when the
  // runtime wants to act.
  uint32_t callLimit;
  uint32_t classesChanged; // not 0: something that ClassFacts say of a class no longer holds
  // Native frames must stay above this address. A signal handler sets it to UINTPTR_MAX, so that the
  // next check finds `interrupted`.
  volatile uint64_t stackLimit;
  Ptr<Dict> builtins; // the dict of module `builtins`
  Value lengthFunction; // builtins.len as it was made
  Ptr<Ptr<Type>> knownClasses; // by their numbers: the class of which its ClassFacts hold, or null
  Ptr<Value> knownMethods;     // by their numbers: those classes' functions, borrowed
  // By the size in units of kSizeClassStep: the page from which compiled code takes cells of objects, where it has some.
  Ptr<Ptr<CellPage>> cellPages;
  // Tracked objects made minus freed since the last collection; when there are more than these, the runtime wants the next.
  int64_t trackedGrowth = 0;
  int64_t collectionThreshold = 20000;
  Value intactMath; // the module math, while what it was made with is what its names stand for; else null. Borrowed
  // On WebAssembly: so often do loops still ask for events until they act as if there were one. Then they leave their
  // function, which is called again: an engine has better code of a function only for later calls.
  uint32_t patience = kPatience;
};
static_assert(offsetof(RuntimeEvents, depth) == 4 && offsetof(RuntimeEvents, callLimit) == 8 &&
              offsetof(RuntimeEvents, stackLimit) == 16 && offsetof(RuntimeEvents, builtins) == 24 &&
              offsetof(RuntimeEvents, lengthFunction) == 32 &&
              offsetof(RuntimeEvents, classesChanged) == 12 && offsetof(RuntimeEvents, knownClasses) == 40 &&
              offsetof(RuntimeEvents, knownMethods) == 48 && offsetof(RuntimeEvents, cellPages) == 56 &&
              offsetof(RuntimeEvents, trackedGrowth) == 64 && offsetof(RuntimeEvents, collectionThreshold) == 72 &&
              offsetof(RuntimeEvents, intactMath) == 80 && offsetof(RuntimeEvents, patience) == 88);

// Compiled code reaches all its mutable data through the callee: callee->module->...
struct Module : Object {
  Ptr<Dict> dict;
  Ptr<const ModuleCode> code; // null for native modules
  Ptr<GlobalCache> globalCaches;
  Ptr<AttributeCache> attributeCaches;
  Ptr<Value> constants;
  Ptr<Runtime> runtime;
  Ptr<Module> nextWatched; // the runtime's (known_globals.h)
  Value firstName;       // what a module with code was made with as __name__: immortal
  uint64_t hasFirstName; // not 0: its dict has that as __name__. Functions that are made then need no name of their own
};
static_assert(offsetof(Module, hasFirstName) == 80);
static_assert(offsetof(Module, runtime) == 56 && offsetof(Module, dict) == 16 && offsetof(Module, globalCaches) == 32 &&
              offsetof(Module, attributeCaches) == 40 && offsetof(Module, constants) == 48);

// The whole program. The first module is __main__.
struct ProgramCode {
  Ptr<const Ptr<const ModuleCode>> modules; // moduleCount of them
  uint32_t moduleCount;
  uint32_t pythonMinor; // 12, 13 or 14
  Ptr<const char> pythonVersion; // "3.14.2"
  uint32_t knownClassCount;
  uint32_t knownMethodCount;
};

} // namespace molt
