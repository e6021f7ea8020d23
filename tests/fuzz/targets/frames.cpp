// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A client's WebSocket, from behind the handshake on.
#include "server/websocket/frameparser.h"
#include "tests/fuzz/check.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/targets.h"

#include <QtEndian>

#include <vector>

namespace ct::fuzz {

namespace {

using namespace server::websocket;

struct Event {
    enum class Kind { Text, Binary, Oversized, Ping, Pong, Close, Fault };

    Kind kind = Kind::Text;
    QByteArray data;
    /// Of Oversized the length and the opcode, of Close and Fault the code.
    quint64 number = 0;
    Opcode opcode = Opcode::Text;

    bool operator==(const Event &) const = default;
};

class Recorder final : public FrameHandler
{
public:
    using Kind = Event::Kind;

    void textMessage(const QByteArray &text) override { add({Kind::Text, text}); }
    void binaryMessage(QByteArray data) override { add({Kind::Binary, std::move(data)}); }
    void oversizedMessage(Opcode opcode, QByteArray beginning, quint64 length) override
    {
        add({Kind::Oversized, std::move(beginning), length, opcode});
    }
    void ping(QByteArray payload) override { add({Kind::Ping, std::move(payload)}); }
    void pong(QByteArray payload) override { add({Kind::Pong, std::move(payload)}); }
    void closeRequested(quint16 code, QByteArray reason) override
    {
        add({Kind::Close, std::move(reason), code});
    }
    void add(Event event)
    {
        check(!m_isOver, "nothing follows the end");
        m_isOver = event.kind == Kind::Close || event.kind == Kind::Fault;
        events.push_back(std::move(event));
    }

    std::vector<Event> events;

private:
    bool m_isOver = false;
};

std::vector<Event> read(QByteArrayView input, const FrameLimits &limits, Cut cut)
{
    Recorder recorder;
    FrameParser parser(recorder, limits);
    forEachPiece(input, cut, [&](QByteArrayView piece) {
        if (const auto fault = parser.feed(piece)) {
            recorder.add({Event::Kind::Fault, fault->reason, static_cast<quint16>(fault->code)});
            // What a hostile client sends on is ignored.
            check(!parser.feed(piece), "there is one fault");
            return false;
        }
        return true;
    });
    return recorder.events;
}

bool maySayCode(quint64 code)
{
    return (code >= 1000 && code <= 1014 && code != 1004 && code != 1006)
        || (code >= 3000 && code <= 4999);
}

void checkEvent(const Event &event, const FrameLimits &limits)
{
    using Kind = Event::Kind;
    const qsizetype size = event.data.size();
    switch (event.kind) {
    case Kind::Text:
        check(QByteArrayView(event.data).isValidUtf8(), "a text is UTF-8");
        [[fallthrough]];
    case Kind::Binary:
        check(size <= limits.message, "a message is within its limit");
        check(event.data.capacity() <= 2 * size + 64, "its memory is what has arrived");
        break;
    case Kind::Oversized:
        check(size <= limits.keptOfOversized, "little is kept of a long message");
        check(event.number > static_cast<quint64>(limits.message), "only long ones are cut");
        check(event.number <= limits.hard, "the hard limit holds");
        break;
    case Kind::Ping:
    case Kind::Pong:
        check(size <= 125, "a control frame is short");
        break;
    case Kind::Close:
        check(size <= 123 && QByteArrayView(event.data).isValidUtf8(), "a reason is short UTF-8");
        check(maySayCode(event.number), "a close code is one that may be sent");
        break;
    case Kind::Fault:
        check(
            event.number == 1002 || event.number == 1007 || event.number == 1009, "faults are few");
    }
}

void appendFrame(QByteArray &out, int opcode, QByteArrayView payload)
{
    out.append(static_cast<char>(0x80 | opcode));
    if (payload.size() < 126) {
        out.append(static_cast<char>(0x80 | payload.size()));
    } else {
        out.append(payload.size() <= 0xffff ? '\xfe' : '\xff');
        std::array<char, sizeof(quint64)> big {};
        qToBigEndian(static_cast<quint64>(payload.size()), big.data());
        out.append(QByteArrayView(big).last(payload.size() <= 0xffff ? 2 : 8));
    }
    // A key of zeros masks nothing.
    out.append(4, '\0').append(payload);
}

/// The same messages, each in one frame, are the same messages.
void checkWritten(const std::vector<Event> &events, const FrameLimits &limits)
{
    QByteArray out;
    std::vector<Event> kept;
    for (const Event &event : events) {
        if (event.kind == Event::Kind::Text || event.kind == Event::Kind::Binary)
            appendFrame(out, event.kind == Event::Kind::Text ? 1 : 2, event.data);
        else if (event.kind == Event::Kind::Ping || event.kind == Event::Kind::Pong)
            appendFrame(out, event.kind == Event::Kind::Ping ? 9 : 10, event.data);
        else
            continue;
        kept.push_back(event);
    }
    check(read(out, limits, Cut::Whole) == kept, "messages written again read the same");
}

} // namespace

void frames(QByteArrayView input)
{
    const FrameLimits small {.message = 48, .keptOfOversized = 12, .hard = 300};
    for (const FrameLimits &limits : {FrameLimits {}, small}) {
        const auto whole = read(input, limits, Cut::Whole);
        check(whole == read(input, limits, Cut::Chosen), "pieces make no difference");
        check(whole == read(input, limits, Cut::Bytes), "pieces make no difference, byte by byte");
        for (const Event &event : whole)
            checkEvent(event, limits);
        checkWritten(whole, limits);
    }
}

} // namespace ct::fuzz
