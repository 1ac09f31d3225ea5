// How an op takes part in the versioning of basic blocks (py-version-blocks) without the pass knowing the op.
//
// In a version of a block each value has a set of kinds that it may be. A value of just one number kind is unboxed: an
// int is an i64, a float an f64, a bool an i1. Where an op meets a value of several kinds, it may ask for a test; then
// the path forks and the op is asked again on both ways, with what is known there.
#pragma once

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/STLFunctionalExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/ADT/Twine.h>
#include <mlir/IR/Builders.h>
#include <mlir/IR/BuiltinAttributes.h>
#include <mlir/IR/Value.h>

#include <cstdint>

namespace molt::py {

class ClassAttr;

enum class Kind : unsigned {
  Int,   // of 64 bits: i64 when unboxed. A larger one is Other
  Float, // exactly float: f64
  Bool,  // i1
  None,
  List, // exactly list; likewise the next ones
  Tuple,
  Str,
  Dict,
  Instance, // of a class of the program
  Other,

  // Virtual kinds: nowhere an object, but parts. Always alone in a set.
  RangeUp, // start or next item, stop, step, each an i64
  RangeDown,
  ListIterator, // the list, an owned word, and the index of the next item, an i64; likewise the next one
  TupleIterator,
  ReverseIterator,   // the list, and one more than the index of the next item
  EnumerateIterator, // the list, the index of the next item, and its number, an i64
  EnumerateItem,     // the number, and the item as an owned word
  ZipIterator,       // two lists, and the index of the next items
  ZipItem,           // two owned words
  IntPair,           // two i64: what divmod() gives
  ListSlice,         // a list, a word, and start, stop and step of a part of it that is copied at once, each an i64
  Exhausted, // as a word: what an iterator gives at its end, and a method of a builtin type that is known to be found
};
constexpr bool isVirtual(Kind kind) { return kind > Kind::Other; }

/// What a value may be: some kinds; when it is just Instance, possibly of a known class.
class Kinds {
public:
  constexpr Kinds() = default;
  constexpr Kinds(Kind kind) : bits_(1u << unsigned(kind)) {}
  static constexpr Kinds any() { return Kinds((1u << (unsigned(Kind::Other) + 1)) - 1); }

  static constexpr Kinds fromBits(uint32_t bits) { return Kinds(bits); }

  /// An instance of the program's known class of that number (ClassAttr), or of a known class that derives from it.
  static constexpr Kinds instance(unsigned number) {
    return Kinds(Kinds(Kind::Instance).bits_ | (number + 1) << kClassShift);
  }

  constexpr bool has(Kind kind) const { return bits_ & Kinds(kind).bits_; }
  constexpr bool is(Kind kind) const { return kinds() == Kinds(kind).bits_; }
  /// Just Int, or just Float.
  constexpr bool isNumber() const { return is(Kind::Int) || is(Kind::Float); }
  bool isInstanceOf(ClassAttr known) const;
  /// What both may be; the class is forgotten.
  constexpr Kinds operator|(Kinds other) const { return Kinds(kinds() | other.kinds()); }
  constexpr Kinds without(Kind kind) const { return Kinds(kinds() & ~Kinds(kind).bits_); }
  /// Just one kind; when it is Instance, its class is known.
  constexpr bool isOne() const {
    return kinds() && !(kinds() & (kinds() - 1)) && (!is(Kind::Instance) || bits_ >> kClassShift);
  }
  /// Precondition: isOne().
  constexpr Kind one() const { return Kind(__builtin_ctz(kinds())); }
  constexpr bool isVirtual() const { return kinds() >> (unsigned(Kind::Other) + 1); }
  constexpr uint32_t bits() const { return bits_; }
  constexpr bool operator==(const Kinds &) const = default;

private:
  static constexpr unsigned kClassShift = 22; // below are the kinds, above a class's number and one
  static_assert(unsigned(Kind::Exhausted) < kClassShift);

public:
  /// So many classes have numbers; others are not known.
  static constexpr unsigned kMostClasses = (1u << (32 - kClassShift)) - 1;

private:
  constexpr explicit Kinds(uint32_t bits) : bits_(bits) {}
  constexpr uint32_t kinds() const { return bits_ & ((1u << kClassShift) - 1); }
  uint32_t bits_ = 0;
};

/// Of a constant's value.
Kinds kindsOfConstant(mlir::Attribute value);

/// What a hint says, or a parameter of a fast version's signature: the bits of one kind, or a ClassAttr for an instance
/// of that class. Empty where it says nothing, and for null.
Kinds kindsOfHint(mlir::Attribute hint);

/// Whether a fast version with that attribute `result` gives two machine words: what it likely gives, and whether that is
/// something else instead. It is a hint, a unit where any word is likely; 0 where the version gives just a word.
bool givesLikely(mlir::Attribute result);

/// What the op that makes `value` is expected to give there: a hint that costs time where it is wrong, so it is worth a
/// test with a fallback. Empty: nobody knows. It stands in the op's attribute `likely`: a hint, or an array of them
/// where the op has several results (py-infer-likely).
Kinds likelyKinds(mlir::Value value);
/// The hint itself; null where there is none.
mlir::Attribute likelyHint(mlir::Value value);
/// Likewise its kinds; `orNone`: that, or None, and neither is rare (the op's attribute `or_none`).
struct Likely {
  Kinds kinds;
  bool orNone = false;
};
Likely likelyOf(mlir::Value value);

/// Whether it is expected to be an int as well as a float, and neither is rare (the op's attribute `mixed`). `orText`: or a str
/// as well (`mixed_or_text`).
bool isMixed(mlir::Value value, bool orText = false);

/// What an op sees of the path on which it stands, and how it puts its special form there.
class Specializer {
public:
  virtual mlir::OpBuilder &builder() = 0;
  virtual mlir::Location location() = 0;

  virtual Kinds kindsOf(mlir::Value operand) = 0;
  /// Of the variable, where it is a number in a register; empty elsewhere.
  virtual Kinds kindsInRegister(mlir::Value slot) = 0;
  /// The operand unboxed, when it is of one kind. floating() converts an int.
  virtual mlir::Value integer(mlir::Value operand) = 0;
  virtual mlir::Value floating(mlir::Value operand) = 0;
  virtual mlir::Value boolean(mlir::Value operand) = 0;
  virtual llvm::ArrayRef<mlir::Value> parts(mlir::Value operand) = 0; // of a virtual kind
  /// The operand as a word.
  virtual mlir::Value word(mlir::Value operand) = 0;
  /// An i1 result of the op that made `operand`, of which it is the only one.
  virtual mlir::Value condition(mlir::Value operand) = 0;
  /// Whether what the operand's object holds stays alive while nothing runs that could change it: a variable, a
  /// parameter or another such object holds it, and not only this path.
  virtual bool isHeld(mlir::Value operand) = 0;

  /// Where `condition` holds, the op is done in its general form instead. Only ops that may raise can ask for it.
  /// `guard`: what holds elsewhere, in words for the user, of the op or of its operand `about`; empty where it would not
  /// help to know.
  virtual void fallBackIf(mlir::Value condition, llvm::StringRef guard, mlir::Value about = {}) = 0;
  /// Where `condition` holds, the op is done with what `bind` sets, and the path goes on apart from the rest. `isRare`:
  /// it need only be right. `guard`: as above.
  virtual void divertIf(mlir::Value condition, bool isRare, llvm::StringRef guard,
                        llvm::function_ref<void(Specializer &)> bind) = 0;
  /// Whether to fall back leaves the likely code for good, so that it costs no more than the test.
  virtual bool isLeft() const = 0;
  /// Whether a guard on this path has found that the known classes are as they were. settle() forgets it.
  virtual bool areClassesIntact() const = 0;
  virtual void setClassesIntact() = 0;
  /// What the special form is, in words for the user, where its result does not say it.
  virtual void explain(const llvm::Twine &form) = 0;
  /// Before a form that may run Python code or change an object: borrowed results that are still to be used get their
  /// counts.
  virtual void settle() = 0;

  /// A result in unboxed form: i64, f64, i1 by kind; the parts of a virtual one.
  virtual void setResult(unsigned index, Kind kind, llvm::ArrayRef<mlir::Value> parts) = 0;
  /// A result that is an owned word.
  virtual void setWord(unsigned index, Kinds kinds, mlir::Value word) = 0;
  /// A result that is a word borrowed from an object that isHeld. It costs no count where the next ops find a number in
  /// it, or only look into it.
  virtual void setBorrowed(unsigned index, Kinds kinds, mlir::Value word) = 0;
  /// A result that is an i1 in the op itself.
  virtual void setCondition(unsigned index, mlir::Value condition) = 0;
  /// The state of a virtual iterator changes.
  virtual void setParts(mlir::Value operand, llvm::ArrayRef<mlir::Value> parts) = 0;

protected:
  ~Specializer() = default;
};

/// The runtime's name of the type of a kind of objects.
llvm::StringRef typeSymbol(Kind kind);

/// An i1: whether the word is of `kind`, which is neither Other, Instance nor virtual.
mlir::Value makeTest(mlir::OpBuilder &builder, mlir::Location location, mlir::Value word, Kind kind);
/// The number in a word that has been found to be an Int, a Float or a Bool.
mlir::Value makeUnboxed(mlir::OpBuilder &builder, mlir::Location location, mlir::Value word, Kind kind);

/// What an op answers.
class Specialization {
public:
  enum Step { General, Done, Test };

  /// The op stays as it is, on words. `result`: what its results may be.
  static Specialization general(Kinds result = Kinds::any()) {
    Specialization answer(General);
    answer.result_ = result;
    return answer;
  }
  /// Likewise; its inline paths are worth their code also where tests have failed.
  static Specialization common() {
    Specialization answer(General);
    answer.isCommon_ = true;
    return answer;
  }
  /// The op has put its special form and set its results.
  static Specialization done() { return Specialization(Done); }
  /// The op would like to know first whether `operand` is of `kind`, which is not Other. `isLikely`: it
  /// mostly is, and code for the other side need only be right. Instance: use testInstance.
  static Specialization test(mlir::Value operand, Kind kind, bool isLikely = false) {
    return Specialization(Test, operand, kind, isLikely);
  }

  /// Likewise, whether it is an instance of a known class; it mostly is, unless `isLikely` says otherwise.
  static Specialization testInstance(mlir::Value operand, mlir::Attribute known, bool isLikely = true) {
    Specialization answer(Test, operand, Kind::Instance, isLikely);
    answer.known_ = known;
    return answer;
  }

  /// Likewise; the op raises an exception for None, so that is rare also where the operand may well be None.
  Specialization refusingNone() const {
    Specialization answer = *this;
    answer.refusesNone_ = true;
    return answer;
  }

  /// Likewise; why the op is general, in words for the user, where its operands' kinds do not say it.
  Specialization because(llvm::StringLiteral why) const {
    Specialization answer = *this;
    answer.why_ = why;
    return answer;
  }

  Step step() const { return step_; }
  mlir::Value operand() const { return operand_; }
  Kind kind() const { return kind_; }
  bool isLikely() const { return isLikely_; }
  bool refusesNone() const { return refusesNone_; }
  mlir::Attribute known() const { return known_; } // ClassAttr
  Kinds result() const { return result_; }
  bool isCommon() const { return isCommon_; }
  llvm::StringRef why() const { return why_; }

private:
  explicit Specialization(Step step, mlir::Value operand = {}, Kind kind = Kind::Other, bool isLikely = false)
      : step_(step), operand_(operand), kind_(kind), isLikely_(isLikely) {}
  Step step_;
  mlir::Value operand_;
  Kind kind_;
  bool isLikely_;
  bool refusesNone_ = false;
  mlir::Attribute known_;
  Kinds result_ = Kinds::any();
  bool isCommon_ = false;
  llvm::StringRef why_;
};

} // namespace molt::py
