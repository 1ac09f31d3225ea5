// Cells: variables that functions share with the functions inside them.

#include "runtime/core/call.h"
#include "runtime/core/cells.h"
#include "runtime/core/descriptors.h"
#include "runtime/core/known_globals.h"
#include "runtime/core/operators.h"
#include "runtime/types/native_text.h"

namespace molt {

namespace {

Value &contentOf(Borrowed<> self) { return self.as<Cell>()->content; }

Result<Owned<>> newCell(Borrowed<Type>, const Value *arguments, uint64_t count, Borrowed<Tuple> names) {
  TRY(rejectKeywords("cell", names));
  TRY(checkPositionalCount("cell", count, 0, 1));
  return Owned<>(molt_make_cell(count ? Borrowed<>(arguments[0]) : Borrowed<>()));
}

Result<Owned<Str>> reprCell(Borrowed<> self) {
  Value content = contentOf(self);
  if (content.isNull())
    return formatStr("<cell at %s: empty>", AddressText(self).text());
  return formatStr("<cell at %s: %T object at %s>", AddressText(self).text(), content,
                   AddressText(Borrowed<>(content)).text());
}

// Empty cells come first.
Result<Owned<>> compareCells(Borrowed<> left, Borrowed<> right, Comparison operation) {
  if (typeOf(left) != &molt_type_cell || typeOf(right) != &molt_type_cell)
    return ownedNotImplemented();
  Value a = contentOf(left), b = contentOf(right);
  if (!a.isNull() && !b.isNull())
    return compare_py(Borrowed<>(a), Borrowed<>(b), operation);
  return compare_py(Borrowed<>(Value::fromInt(!a.isNull())), Borrowed<>(Value::fromInt(!b.isNull())),
                    operation);
}

void clearCell(Object *self) { releaseField(static_cast<Cell *>(self)->content); }
void traverseCell(Object *self, Visitor &visitor) { visitor.visit(static_cast<Cell *>(self)->content); }

Result<Owned<>> getContents(Borrowed<> self) {
  if (contentOf(self).isNull())
    return raise(ValueError, "cell is empty");
  return Owned<>::retain(Borrowed<>(contentOf(self)));
}
// Compiled code calls functions without a count where their variable is bound once, as far as it can see: so one that goes may be
// running, unless nothing runs but a module's body.
bool mayBeRunning(Value content) {
  return content.isObject() && content.asObject()->type == &molt_type_function && runtime().depth > 1;
}

Result<void> setContents(Borrowed<> self, Borrowed<> value) {
  if (mayBeRunning(contentOf(self)))
    keepToTheEnd(contentOf(self));
  if (value)
    storeField(contentOf(self), value);
  else
    releaseField(contentOf(self));
  return {};
}
constexpr GetSetDef cellGetSets[] = {{"cell_contents", getContents, setContents}, {nullptr, nullptr}};

} // namespace

extern "C" constinit Type molt_type_cell{TypeSpec{
    .name = "cell",
    .doc = "Create a new cell object.",
    .size = sizeof(Cell),
    .flags = kTypeGC,
    .getsets = cellGetSets,
    .destroy = clearCell,
    .traverse = traverseCell,
    .clear = clearCell,
    .repr = reprCell,
    .hash = unhashable,
    .compare = compareCells,
    .newInstance = newCell,
}};

extern "C" Owned<Cell> molt_make_cell(Borrowed<> content) {
  Owned<Cell> cell = allocateQuickly<Cell, true>(molt_type_cell);
  cell->content = Owned<>::retain(content).intoValue();
  return cell;
}

} // namespace molt
