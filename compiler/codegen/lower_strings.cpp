// Looks into exact strs: characters, comparisons, `in` and predicates.
//
// A str of one ASCII character is mostly one of the runtime's own (symbol ascii_characters), whose place in that table says
// its code. What py.ascii_character made LLVM so knows without a load: `text[i] == "x"` compares a byte.
#include "compiler/codegen/inline_paths.h"

#include "abi/object.h"

#include <llvm/ADT/StringSwitch.h>
#include <llvm/IR/MDBuilder.h>
#include <llvm/Support/Endian.h>

namespace molt::codegen {
namespace {

constexpr uint64_t kAsciiCodes = 128;
constexpr uint64_t kNoCode = 256;

void lowerIsAscii(FunctionLowering &lowering, py::IsAsciiOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *str = lowering.pointer(lowering.operand(op.getStr()));
  llvm::Value *flags = b.CreateLoad(b.getInt32Ty(), lowering.fieldAddress(str, offsetof(Object, flags)));
  lowering.setResult(op.getResult(), b.CreateICmpNE(b.CreateAnd(flags, b.getInt32(kStrAscii)), b.getInt32(0)));
}

void lowerAsciiCode(FunctionLowering &lowering, py::AsciiCodeOp op) {
  lowering.setResult(op.getCode(), loadAsciiCode(lowering, lowering.pointer(lowering.operand(op.getStr())),
                                                 lowering.operand(op.getIndex())));
}

void lowerAsciiCharacter(FunctionLowering &lowering, py::AsciiCharacterOp op) {
  lowering.setResult(op.getCharacter(), asciiCharacter(lowering, lowering.operand(op.getCode())));
}

llvm::Value *sizeOf(FunctionLowering &lowering, llvm::Value *str) {
  return lowering.loadField(lowering.pointer(str), offsetof(Str, size));
}

llvm::Value *firstByte(FunctionLowering &lowering, llvm::Value *str) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *byte = b.CreateLoad(b.getInt8Ty(), lowering.fieldAddress(lowering.pointer(str), sizeof(Str)));
  return b.CreateZExt(byte, b.getInt64Ty());
}

/// Two ways to an answer: `first` is the answer where `condition` holds, else what `other` makes.
llvm::Value *choose(FunctionLowering &lowering, llvm::Value *condition, llvm::function_ref<llvm::Value *()> first,
                    llvm::function_ref<llvm::Value *()> other) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::BasicBlock *yes = lowering.newBlock(), *no = lowering.newBlock(), *done = lowering.newBlock();
  b.CreateCondBr(condition, yes, no);
  b.SetInsertPoint(yes);
  llvm::Value *mine = first();
  llvm::BasicBlock *firstEnd = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(no);
  llvm::Value *theirs = other();
  llvm::BasicBlock *otherEnd = b.GetInsertBlock();
  b.CreateBr(done);
  b.SetInsertPoint(done);
  llvm::PHINode *result = b.CreatePHI(mine->getType(), 2);
  result->addIncoming(mine, firstEnd);
  result->addIncoming(theirs, otherEnd);
  return result;
}

/// The code of a str that is one ASCII character; of any other one kNoCode.
llvm::Value *onlyCode(FunctionLowering &lowering, llvm::Value *str) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *offset = b.CreateSub(str, lowering.symbolWord("ascii_characters"));
  return choose(
      lowering, b.CreateICmpULT(offset, lowering.word(kAsciiCodes * kAsciiCharacterSize)),
      [&] { return b.CreateExactUDiv(offset, lowering.word(kAsciiCharacterSize)); },
      [&] {
        llvm::Value *isOne = b.CreateICmpEQ(sizeOf(lowering, str), lowering.word(1));
        return b.CreateSelect(isOne, firstByte(lowering, str), lowering.word(kNoCode));
      });
}

llvm::Value *isCode(FunctionLowering &lowering, llvm::Value *code) {
  return lowering.builder.CreateICmpULT(code, lowering.word(kAsciiCodes));
}

/// Asks the runtime something about strs. Nothing that compiled code sees changes.
llvm::Value *ask(FunctionLowering &lowering, llvm::StringRef entry, llvm::ArrayRef<llvm::Value *> strs) {
  llvm::CallInst *call = lowering.call(entry, strs);
  call->setOnlyReadsMemory();
  return call;
}

llvm::Value *askWhether(FunctionLowering &lowering, llvm::StringRef entry, llvm::ArrayRef<llvm::Value *> strs) {
  return lowering.builder.CreateICmpNE(ask(lowering, entry, strs), lowering.builder.getInt32(0));
}

std::optional<llvm::StringRef> literal(mlir::Value value) {
  auto constant = value.getDefiningOp<py::ConstantOp>();
  auto text = constant ? mlir::dyn_cast<mlir::StringAttr>(constant.getValue()) : mlir::StringAttr();
  return text ? std::optional(text.getValue()) : std::nullopt;
}

bool isAsciiCharacter(llvm::StringRef text) { return text.size() == 1 && uint8_t(text[0]) < kAsciiCodes; }

// ---- Equality -------------------------------------------------------------------------------------------------------

/// A literal of at most 8 bytes: its size and its bytes as a number, since every str's memory ends at a multiple of 8.
llvm::Value *equalsShort(FunctionLowering &lowering, llvm::Value *str, llvm::StringRef text) {
  llvm::IRBuilder<> &b = lowering.builder;
  char bytes[8] = {};
  llvm::copy(text, bytes);
  uint64_t wanted = llvm::support::endian::read64le(bytes);
  llvm::Value *isLong = b.CreateICmpEQ(sizeOf(lowering, str), lowering.word(text.size()));
  llvm::Value *first = lowering.loadField(lowering.pointer(str), sizeof(Str));
  if (text.size() < 8)
    first = b.CreateAnd(first, lowering.word((uint64_t{1} << 8 * text.size()) - 1));
  return b.CreateAnd(isLong, b.CreateICmpEQ(first, lowering.word(wanted)));
}

void lowerStrEqual(FunctionLowering &lowering, py::StrEqualOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  auto text = literal(op.getRight());
  llvm::Value *other = left;
  if (!text) {
    text = literal(op.getLeft());
    other = right;
  }
  auto compareSizes = [&] {
    return choose(
        lowering, b.CreateICmpEQ(sizeOf(lowering, left), sizeOf(lowering, right)),
        [&] {
          return askWhether(lowering, "str_same_text", {left, right});
        },
        [&]() -> llvm::Value * { return b.getFalse(); });
  };
  llvm::Value *result;
  if (text && isAsciiCharacter(*text))
    result = b.CreateICmpEQ(onlyCode(lowering, other), lowering.word(uint8_t(text->front())));
  else if (text && text->size() <= 8)
    result = equalsShort(lowering, other, *text);
  else
    result = choose(
        lowering, b.CreateICmpEQ(left, right), [&]() -> llvm::Value * { return b.getTrue(); }, compareSizes);
  lowering.setResult(op.getResult(), result);
}

// ---- Order ----------------------------------------------------------------------------------------------------------

void lowerStrOrder(FunctionLowering &lowering, py::StrOrderOp op) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *left = lowering.operand(op.getLeft()), *right = lowering.operand(op.getRight());
  auto askRuntime = [&] { return b.CreateSExt(ask(lowering, "str_order", {left, right}), b.getInt64Ty()); };
  // Characters are mostly compared with a literal one.
  bool isOfCharacter = false;
  for (mlir::Value operand : {op.getLeft(), op.getRight()})
    if (auto text = literal(operand))
      isOfCharacter |= isAsciiCharacter(*text);
  if (!isOfCharacter)
    return lowering.setResult(op.getResult(), askRuntime());
  auto codeOf = [&](mlir::Value operand, llvm::Value *str) -> llvm::Value * {
    auto text = literal(operand);
    return text && isAsciiCharacter(*text) ? lowering.word(uint8_t(text->front())) : onlyCode(lowering, str);
  };
  llvm::Value *mine = codeOf(op.getLeft(), left), *theirs = codeOf(op.getRight(), right);
  llvm::Value *areCodes = b.CreateAnd(isCode(lowering, mine), isCode(lowering, theirs));
  lowering.setResult(op.getResult(), choose(
                                         lowering, areCodes, [&] { return b.CreateNSWSub(mine, theirs); }, askRuntime));
}

// ---- Sets of characters ---------------------------------------------------------------------------------------------

/// Whether an ASCII code is one of those for which `has` holds: a bit of two words, or a few comparisons.
llvm::Value *isAmong(FunctionLowering &lowering, llvm::Value *code, llvm::function_ref<bool(char)> has) {
  llvm::IRBuilder<> &b = lowering.builder;
  uint64_t words[2] = {};
  for (uint64_t i = 0; i < kAsciiCodes; ++i)
    if (has(static_cast<char>(i)))
      words[i / 64] |= uint64_t{1} << i % 64;
  llvm::Value *bits =
      b.CreateSelect(b.CreateICmpULT(code, lowering.word(64)), lowering.word(words[0]), lowering.word(words[1]));
  return b.CreateTrunc(b.CreateLShr(bits, b.CreateAnd(code, lowering.word(63))), b.getInt1Ty());
}

void lowerStrContains(FunctionLowering &lowering, py::StrContainsOp op) {
  llvm::Value *text = lowering.operand(op.getText()), *part = lowering.operand(op.getPart());
  auto askRuntime = [&] { return askWhether(lowering, "str_contains", {text, part}); };
  auto known = literal(op.getText());
  if (!known)
    return lowering.setResult(op.getResult(), askRuntime());
  llvm::Value *code = onlyCode(lowering, part);
  lowering.setResult(op.getResult(),
                     choose(
                         lowering, isCode(lowering, code),
                         [&] { return isAmong(lowering, code, [&](char c) { return known->contains(c); }); },
                         askRuntime));
}

bool isInClass(llvm::StringRef predicate, char c) {
  bool isDigit = c >= '0' && c <= '9', isUpper = c >= 'A' && c <= 'Z', isLower = c >= 'a' && c <= 'z';
  return llvm::StringSwitch<bool>(predicate)
      .Cases({"isdigit", "isdecimal"}, isDigit)
      .Case("isalpha", isUpper || isLower)
      .Case("isalnum", isUpper || isLower || isDigit)
      .Case("isupper", isUpper)
      .Case("islower", isLower)
      .Case("isspace", (c >= 9 && c <= 13) || (c >= 28 && c <= 32))
      .Default(false);
}

void lowerStrIsAll(FunctionLowering &lowering, py::StrIsAllOp op) {
  llvm::StringRef predicate = op.getPredicate();
  llvm::Value *str = lowering.operand(op.getStr());
  llvm::Value *code = onlyCode(lowering, str);
  lowering.setResult(op.getResult(),
                     choose(
                         lowering, isCode(lowering, code),
                         [&] { return isAmong(lowering, code, [&](char c) { return isInClass(predicate, c); }); },
                         [&] { return askWhether(lowering, ("str_" + predicate).str(), {str}); }));
}

} // namespace

llvm::Value *asciiCharacter(FunctionLowering &lowering, llvm::Value *code) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::Value *offset = b.CreateNUWMul(code, lowering.word(kAsciiCharacterSize));
  return b.CreateAdd(offset, lowering.symbolWord("ascii_characters"));
}

llvm::Value *loadAsciiCode(FunctionLowering &lowering, llvm::Value *str, llvm::Value *index) {
  llvm::IRBuilder<> &b = lowering.builder;
  llvm::LoadInst *byte =
      b.CreateLoad(b.getInt8Ty(), b.CreateGEP(b.getInt8Ty(), lowering.fieldAddress(str, sizeof(Str)), index));
  llvm::MDBuilder metadata(lowering.module().context());
  byte->setMetadata(llvm::LLVMContext::MD_range, metadata.createRange(llvm::APInt(8, 0), llvm::APInt(8, kAsciiCodes)));
  return b.CreateZExt(byte, b.getInt64Ty());
}

void registerStrings(HandlerTable &handlers) {
  handlers.add<py::IsAsciiOp, lowerIsAscii>();
  handlers.add<py::AsciiCodeOp, lowerAsciiCode>();
  handlers.add<py::AsciiCharacterOp, lowerAsciiCharacter>();
  handlers.add<py::StrEqualOp, lowerStrEqual>();
  handlers.add<py::StrOrderOp, lowerStrOrder>();
  handlers.add<py::StrContainsOp, lowerStrContains>();
  handlers.add<py::StrIsAllOp, lowerStrIsAll>();
}

} // namespace molt::codegen
