# ct_add_room(server_auth SOURCES a.cpp DEPENDS ct::shared_base PRIVATE_DEPENDS OpenSSL::Crypto)
# makes the static library of one room, known to others as ct::<name>.
function(ct_add_room name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS")
    qt_add_library(ct_${name} STATIC ${arg_SOURCES})
    add_library(ct::${name} ALIAS ct_${name})
    target_include_directories(ct_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(ct_${name} PUBLIC Qt6::Core ${arg_DEPENDS} PRIVATE ct_flags ${arg_PRIVATE_DEPENDS})
    ct_precompile(ct_${name} rooms)
endfunction()

# ct_add_test(tst_envelope LABEL unit DEPENDS ct::server_relay) builds tst_envelope.cpp of the present folder.
# LAUNCHER: the command that runs it. READS_TREE: it is told where the sources and tests/data are. No other is, so that one checkout's
# objects serve the next.
function(ct_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "READS_TREE" "LABEL;LAUNCHER;TIMEOUT" "DEPENDS;SOURCES")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    qt_add_executable(${name} ${name}.cpp ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
    if(arg_READS_TREE)
        target_compile_definitions(${name} PRIVATE
            CT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" CT_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    endif()
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_DEPENDS} ct_test_flags)
    ct_precompile(${name} tests)
    ct_bridge(${name})
    add_test(NAME ${name} COMMAND ${arg_LAUNCHER} $<TARGET_FILE:${name}>)
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "LANG=C.UTF-8;QT_QPA_PLATFORM=offscreen")
endfunction()
