# libtommath for both targets, compiled from Debian's source package, which tools/fetch-sources unpacks. The digits are
# 60 bits wide on wasm too, so that both targets have one layout of big integers.
#
#   molt_tommath_headers  the include path and MP_64BIT
#   molt_tommath          objects, part of libmolt_runtime.a

set(MOLT_SOURCES "$ENV{MOLT_SOURCES}" CACHE PATH "Folder with the unpacked source packages of packages.txt")
if(NOT MOLT_SOURCES)
  if(DEFINED ENV{XDG_CACHE_HOME})
    set(MOLT_SOURCES "$ENV{XDG_CACHE_HOME}/molt/src" CACHE PATH "" FORCE)
  else()
    set(MOLT_SOURCES "$ENV{HOME}/.cache/molt/src" CACHE PATH "" FORCE)
  endif()
endif()
set(tommath "${MOLT_SOURCES}/libtommath")
if(NOT EXISTS "${tommath}/tommath.h")
  message(STATUS "Fetching the source packages of packages.txt into ${MOLT_SOURCES}")
  execute_process(COMMAND "${PROJECT_SOURCE_DIR}/tools/fetch-sources" "${MOLT_SOURCES}" COMMAND_ERROR_IS_FATAL ANY)
endif()

add_library(molt_tommath_headers INTERFACE)
target_include_directories(molt_tommath_headers SYSTEM INTERFACE "${tommath}")
target_compile_definitions(molt_tommath_headers INTERFACE MP_64BIT)

# Molt makes no random primes; without them the library needs no source of entropy.
file(GLOB sources "${tommath}/bn_*.c")
list(FILTER sources EXCLUDE REGEX "rand|prime_rabin|prime_frobenius|prime_strong")
add_library(molt_tommath OBJECT ${sources})
target_link_libraries(molt_tommath PRIVATE molt_tommath_headers)
target_compile_options(molt_tommath PRIVATE -w)
# Its 140 files are tiny: a compiler run for each would take longer than compiling them.
set_target_properties(molt_tommath PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 24)
