// types.GenericAlias: list[int]. And what a class with type parameters is subscripted to, C[int].
#pragma once

#include "runtime/core/errors.h"

namespace molt {

Result<Owned<>> makeGenericAlias(Borrowed<> origin, Borrowed<> arguments);
// Of a class that derives from Generic, and of Generic itself.
Owned<> makeTypingAlias(Borrowed<> origin, Borrowed<Tuple> arguments);
// Whether it is an alias of either kind.
bool isGenericAlias(Borrowed<> value);
// Likewise typing.Unpack[tuple]; `form` stands for typing.Unpack.
Owned<> makeUnpackAlias(Borrowed<> form, Borrowed<> tuple);
// Whether it is such an alias of that class.
bool isTypingAliasOf(Borrowed<> value, Borrowed<> origin);

} // namespace molt
