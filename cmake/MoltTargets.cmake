# How a folder becomes a target: every *.cpp in it is a source, every *_test.cpp a unit test.
# Adding a file needs no edit of CMake; a folder without sources is an empty target.

add_compile_options(-Wall -Wextra -Wno-unused-parameter -Wno-invalid-offsetof -Wno-return-type-c-linkage
                    -fno-exceptions -fvisibility=hidden
                    -ffunction-sections -fdata-sections)
add_link_options(-Wl,--gc-sections)
include_directories("${PROJECT_SOURCE_DIR}")

option(MOLT_ASAN "Build with the address and undefined-behaviour sanitizers" OFF)
if(MOLT_ASAN)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

# ccache sees through a precompiled header only if told that its time stamps do not matter.
find_program(CCACHE ccache)
if(CCACHE)
  set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros" "${CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${launcher}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
endif()
find_program(LLD ld.lld-22)
if(LLD AND NOT CMAKE_CROSSCOMPILING)
  add_link_options(-fuse-ld=${LLD})
endif()

# molt_library(NAME [DEPENDS target...]): a static library of this folder's *.cpp.
function(molt_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "_(test|main)\\.cpp$")
  if(sources)
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC ${ARG_DEPENDS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE ${ARG_DEPENDS})
  endif()
  molt_unit_tests(${name})
endfunction()

# Each folder's *_test.cpp become one GoogleTest executable, NAME_test.
function(molt_unit_tests name)
  file(GLOB tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp")
  if(CMAKE_CROSSCOMPILING)
    return()
  endif()
  find_package(GTest QUIET)
  if(tests AND GTest_FOUND)
    add_executable(${name}_test EXCLUDE_FROM_ALL ${tests})
    target_link_libraries(${name}_test PRIVATE ${name} GTest::gtest_main)
    add_test(NAME ${name}_test COMMAND ${name}_test)
    set_property(GLOBAL APPEND PROPERTY MOLT_UNIT_TESTS ${name}_test)
  endif()
endfunction()
