#include "runtime/types/text_state.h"

#include <new>

namespace molt {

TextState &textState() {
  if (!runtime().text)
    runtime().text = new (allocateBuffer(sizeof(TextState))) TextState;
  return *runtime().text;
}

void destroyTextState(Runtime &runtime) {
  if (TextState *state = std::exchange(runtime.text, nullptr))
    releaseBuffer(state, sizeof(TextState));
}

} // namespace molt
