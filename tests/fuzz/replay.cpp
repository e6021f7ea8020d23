// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// replay TARGET FOLDER…: feeds the files of the folders to a target, without libFuzzer. The last
// line printed names the file that a crash is of.
#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cstdio>
#include <utility>
#include <vector>

namespace {

using Target = void (*)(QByteArrayView);

constexpr std::array<std::pair<const char *, Target>, 12> targets {{
    {"body", ct::fuzz::body},
    {"envelope", ct::fuzz::envelope},
    {"fields", ct::fuzz::fields},
    {"frames", ct::fuzz::frames},
    {"handshake", ct::fuzz::handshake},
    {"head", ct::fuzz::head},
    {"json", ct::fuzz::json},
    {"packet", ct::fuzz::packet},
    {"payload", ct::fuzz::payload},
    {"settings", ct::fuzz::settings},
    {"target", ct::fuzz::target},
    {"token", ct::fuzz::token},
}};

Target find(QByteArrayView name)
{
    for (const auto &[known, target] : targets) {
        if (name == known)
            return target;
    }
    return nullptr;
}

/// How many files there were; -1 when one can't be read.
int replay(Target target, const QString &folder)
{
    int count = 0;
    for (const QFileInfo &entry : QDir(folder).entryInfoList(QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        std::printf("%s\n", qPrintable(entry.filePath()));
        std::fflush(stdout);
        const QByteArray content = file.readAll();
        const std::vector<char> exact(content.begin(), content.end());
        target(QByteArrayView(exact.data(), content.size()));
        ++count;
    }
    return count;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::vector<const char *> words(argv, argv + argc);
    const Target target = argc > 2 ? find(words[1]) : nullptr;
    if (!target) {
        std::fprintf(stderr, "usage: replay TARGET FOLDER...\n");
        return 64;
    }
    int all = 0;
    for (std::size_t at = 2; at < words.size(); ++at) {
        const int count = replay(target, QFile::decodeName(words[at]));
        if (count < 0) {
            std::fprintf(stderr, "A file of %s can't be read\n", words[at]);
            return 66;
        }
        all += count;
    }
    std::printf("%s: %d inputs\n", words[1], all);
    // Seeds stand in the tree; none means a wrong folder.
    return all > 0 ? 0 : 66;
}
