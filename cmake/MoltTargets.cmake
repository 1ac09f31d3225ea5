# How a folder becomes a target: every *.cpp in it is a source, every *_test.cpp a unit test.

add_compile_options(-Wall -Wextra -Wno-unused-parameter -Wno-invalid-offsetof -Wno-return-type-c-linkage -fno-exceptions -fvisibility=hidden)
include_directories("${PROJECT_SOURCE_DIR}")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()
find_program(LLD ld.lld-22)
if(LLD)
  add_link_options(-fuse-ld=${LLD})
endif()

# molt_library(NAME [DEPENDS target...]): a static library of this folder's *.cpp.
function(molt_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "_(test|main)\\.cpp$")
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ${ARG_DEPENDS})
  molt_unit_tests(${name})
endfunction()

# Each folder's *_test.cpp become one GoogleTest executable, NAME_test.
function(molt_unit_tests name)
  file(GLOB tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp")
  find_package(GTest QUIET)
  if(tests AND GTest_FOUND)
    add_executable(${name}_test EXCLUDE_FROM_ALL ${tests})
    target_link_libraries(${name}_test PRIVATE ${name} GTest::gtest_main)
    add_test(NAME ${name}_test COMMAND ${name}_test)
    set_property(GLOBAL APPEND PROPERTY MOLT_UNIT_TESTS ${name}_test)
  endif()
endfunction()
