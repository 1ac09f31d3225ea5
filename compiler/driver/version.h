// What `molt --version` says.
#pragma once

namespace molt::driver {

inline constexpr const char kMoltVersion[] = MOLT_VERSION;

} // namespace molt::driver
