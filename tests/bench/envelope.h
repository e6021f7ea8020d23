// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/payload.h"

#include <string>
#include <string_view>
#include <vector>

/// The protocol's messages. Thread: any.
namespace ct::bench {

/// What a message says, as far as the bench looks at it. Views into the message.
struct Envelope {
    std::string_view kind;
    std::string_view origin;
    std::string_view target;
    /// As it stands, type and all.
    std::string_view rawId;
    std::size_t keys = 0;
    /// Of the first key.
    std::string_view keyTarget;
    /// Encrypted, so that only its bytes are known.
    bool isEncrypted = false;
    std::string_view content;
    /// Of content that isn't encrypted.
    std::string_view method;
    /// Of the first parameter, as peer/info has one.
    std::string_view parameterId;
};

/// False when it is not a map of the protocol's form.
bool readEnvelope(std::string_view message, Envelope &envelope);

/// A message made once and sent often: only its content's stamp and its id change.
struct Template {
    std::string bytes;
    std::size_t contentAt = 0;
    std::size_t contentSize = 0;
    /// Of requests: the place of the id's four bytes.
    std::size_t idAt = 0;

    void stamp(const Stamp &stamp);
    void setId(std::uint32_t id);
};

/// Where a broadcast's list of keys starts and how long each entry is: all that the floor needs.
struct KeyLayout {
    std::size_t prefix = 0;
    std::size_t entry = 0;
};

KeyLayout keyLayout(std::size_t idLength);
Template broadcast(
    std::string_view origin, const std::vector<std::string> &receivers, std::size_t size);
Template notification(std::string_view origin, std::string_view target, std::size_t size);
Template request(std::string_view origin, std::string_view target, std::size_t size);
Template response(std::string_view rawId, std::string_view target, std::size_t size);

/// The host's consent to a guest.
std::string joinAnswer(std::string_view rawId);
/// Ends the sender's stay; the host's ends the room.
std::string roomLeave();

/// A text of letters and digits as base64 has them, different for each seed.
std::string base64Like(std::size_t length, std::uint64_t seed);

} // namespace ct::bench
