// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/relay/servermessages.h"
#include "tests/server/relay/frames.h"

#include <QTest>

#include <array>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;
using namespace ct::server::relay;

namespace {

bool isWithin(QByteArrayView part, QByteArrayView whole)
{
    return part.isNull() || (part.begin() >= whole.begin() && part.end() <= whole.end());
}

/// Whether all slices lie in the message, and the fields make it up without a gap.
bool isSound(const Envelope &envelope, QByteArrayView message)
{
    const char *end = nullptr;
    for (const Envelope::Field &field : envelope.fields) {
        if (!isWithin(field.raw, message) || !isWithin(field.name, field.raw))
            return false;
        if (end && field.raw.begin() != end)
            return false;
        end = field.raw.end();
    }
    for (const KeySlice &key : envelope.keys) {
        if (!isWithin(key.raw, envelope.keysArray) || !isWithin(key.target, key.raw))
            return false;
    }
    const std::array parts {
        envelope.version, envelope.id, envelope.target, envelope.content, envelope.metadata};
    const bool areWithin = std::all_of(
        parts.begin(), parts.end(), [message](auto part) { return isWithin(part, message); });
    return areWithin && end == message.end() && isWithin(envelope.keysArray, envelope.metadata);
}

/// All that the server does with a message; what it sends on must be right again.
bool survives(const QByteArray &message)
{
    // Without QByteArray's zero at the end, so that AddressSanitizer sees the first byte behind it.
    const std::vector<char> exact(message.begin(), message.end());
    const QByteArrayView bytes(exact.data(), static_cast<qsizetype>(exact.size()));
    const auto cut = scanBeginning(bytes);
    if (cut && !(isWithin(cut->id, bytes) && isWithin(cut->version, bytes)))
        return false;
    if (const auto bare = scan(bytes); bare && !isSound(*bare, bytes))
        return false;
    const auto envelope = scan(message);
    if (!envelope)
        return !envelope.error().message.isEmpty();
    decodeId(envelope->id);
    static_cast<void>(parseJoinAnswer(*envelope));
    static_cast<void>(parseServerMethod(*envelope));
    const Rewriter rewriter(*envelope, message, QByteArrayView("O"), encodeId("own"));
    const QByteArrayView key = envelope->keys.isEmpty() ? QByteArrayView() : envelope->keys[0].raw;
    const QByteArray passed = rewriter.withKey(key).joined();
    const auto again = scan(passed);
    return isSound(*envelope, message) && again && isSound(*again, passed)
        && again->content == envelope->content && again->kind == envelope->kind
        && again->keys.size() == (key.isEmpty() ? 0 : 1);
}

/// A frame with some bytes changed, taken out, or put in, mostly where the structure is.
QByteArray mutated(QByteArray message, std::mt19937 &random)
{
    // First bytes of every type, and lengths at their bounds.
    static const QByteArray odd = QByteArray::fromHex(
        "00017f8081909fa0a1bfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0ff");
    const auto below = [&random](qsizetype limit) {
        return std::uniform_int_distribution<qsizetype>(0, limit - 1)(random);
    };
    for (qsizetype changes = 1 + below(4); changes > 0 && !message.isEmpty(); --changes) {
        const qsizetype at = below(below(2) ? message.size() : qMin(message.size(), 160));
        const char byte = odd[below(odd.size())];
        switch (below(5)) {
        case 0:
            message[at] = byte;
            break;
        case 1:
            message.remove(at, 1 + below(8));
            break;
        case 2:
            message.insert(at, byte);
            break;
        case 3:
            message[at] = static_cast<char>(message[at] ^ (1 << below(8)));
            break;
        default:
            message.insert(at, message.mid(below(message.size()), 1 + below(40)));
        }
    }
    return message;
}

} // namespace

class TestMutatedFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesMutations_data();
    void survivesMutations();
    void refusesEveryPartOfAFrame_data() { survivesMutations_data(); }
    void refusesEveryPartOfAFrame();
    void survivesNoise();
};

void TestMutatedFrames::survivesMutations_data()
{
    QTest::addColumn<QByteArray>("message");
    for (const char *name :
         {"broadcast",
          "request",
          "request-float64",
          "response",
          "response-error",
          "notification",
          "room-leave",
          "join-accepted",
          "join-rejected"})
        QTest::newRow(name) << frames::golden(name);
    QTest::newRow("made by hand") << frames::map(frames::with(
        frames::request(),
        "x",
        frames::map({{"y", frames::list({frames::hex("cb0000000000000000")})}})));
}

void TestMutatedFrames::survivesMutations()
{
    QFETCH(QByteArray, message);
    QVERIFY(scan(message));
    QVERIFY(survives(message));
    // The same on every run, so that a fault can be found again.
    std::mt19937 random(20240601);
    for (int round = 0; round < 10'000; ++round) {
        const QByteArray spoilt = mutated(message, random);
        QVERIFY2(survives(spoilt), spoilt.toHex().constData());
    }
}

void TestMutatedFrames::refusesEveryPartOfAFrame()
{
    QFETCH(QByteArray, message);
    for (qsizetype length = 0; length < message.size(); ++length) {
        const QByteArray part(message.constData(), length);
        QVERIFY(!scan(part));
        QVERIFY(survives(part));
        QVERIFY(survives(message.sliced(length)));
    }
}

void TestMutatedFrames::survivesNoise()
{
    std::mt19937 random(1);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray noise(round % 64, Qt::Uninitialized);
        for (char &c : noise)
            c = static_cast<char>(byte(random));
        QVERIFY2(survives(noise), noise.toHex().constData());
    }
}

QTEST_GUILESS_MAIN(TestMutatedFrames)
#include "tst_mutatedframes.moc"
