# Most of a source's compile time is Qt's headers. With CT_PRECOMPILE they are read once for all rooms (ALL
# only) and once for all tests. Sources still include what they use: the presets ci and release show that.
set(CT_PRECOMPILE OFF CACHE STRING "For whom Qt's headers are read once: OFF, TESTS or ALL (g++ only)")
set_property(CACHE CT_PRECOMPILE PROPERTY STRINGS OFF TESTS ALL)

set(precompiled_core <algorithm> <array> <chrono> <functional> <memory> <mutex> <optional> <utility> <vector>
    <QByteArray> <QFile> <QHash> <QJsonObject> <QList> <QObject> <QString> <QStringList> <QTimer>)

# ct_precompile(target rooms|tests): the target's sources find those headers read already.
function(ct_precompile target kind)
    if(CT_PRECOMPILE STREQUAL "ALL" OR (CT_PRECOMPILE STREQUAL "TESTS" AND kind STREQUAL "tests"))
        target_precompile_headers(${target} REUSE_FROM ct_precompiled_${kind})
    endif()
endfunction()

if(CT_PRECOMPILE)
    file(WRITE ${PROJECT_BINARY_DIR}/generated/precompiled.cpp "int main() { return 0; }\n")
endif()
if(CT_PRECOMPILE STREQUAL "ALL")
    add_library(ct_precompiled_rooms STATIC ${PROJECT_BINARY_DIR}/generated/precompiled.cpp)
    target_link_libraries(ct_precompiled_rooms PRIVATE Qt6::Core ct_flags)
    target_precompile_headers(ct_precompiled_rooms PRIVATE ${precompiled_core})
endif()
if(CT_PRECOMPILE AND BUILD_TESTING)
    # Without Qt6::Test, which tells each test its own folder in a macro.
    add_executable(ct_precompiled_tests ${PROJECT_BINARY_DIR}/generated/precompiled.cpp)
    target_link_libraries(ct_precompiled_tests PRIVATE Qt6::Core ct_test_flags)
    target_precompile_headers(ct_precompiled_tests PRIVATE ${precompiled_core})
endif()
