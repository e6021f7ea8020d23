// SPDX-FileCopyrightText: CodeTogether edge contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/entrance.h"

#include "tests/bench/jsontext.h"

namespace ct::bench {
namespace {

std::string asUser(const std::string &loginToken)
{
    return "x-oct-jwt: " + loginToken + "\r\n";
}

} // namespace

void Entrance::logIn(const std::string &user, Done done)
{
    call("/api/login/initial", {}, {}, [this, user, done](const std::string &started) {
        const std::string token = jsonText(started, "pollToken");
        const std::string body = jsonObject({"token", token, "user", user});
        call(
            "/api/login/simple",
            "Content-Type: application/json\r\n",
            body,
            [this, token, done](const std::string &) {
                call("/api/login/poll/" + token, {}, {}, [done](const std::string &answer) {
                    done(jsonText(answer, "loginToken"), {});
                });
            });
    });
}

void Entrance::create(const std::string &loginToken, Done done)
{
    call("/api/session/create", asUser(loginToken), {}, [done](const std::string &answer) {
        done(jsonText(answer, "roomId"), jsonText(answer, "roomToken"));
    });
}

void Entrance::join(const std::string &loginToken, const std::string &room, Done done)
{
    call(
        "/api/session/join/" + room,
        asUser(loginToken),
        {},
        [this, loginToken, done](const std::string &answer) {
            pollJoin(loginToken, jsonText(answer, "pollToken"), done);
        });
}

void Entrance::pollJoin(
    const std::string &loginToken, const std::string &pollToken, const Done &done)
{
    call(
        "/api/session/poll/" + pollToken,
        asUser(loginToken),
        {},
        [this, loginToken, pollToken, done](const std::string &answer) {
            const std::string token = jsonText(answer, "roomToken");
            if (!token.empty())
                done(token, {});
            else if (answer.empty() || jsonText(answer, "code") == "WaitingForHost")
                pollJoin(loginToken, pollToken, done);
            else
                m_failed("join answered with " + answer);
        });
}

void Entrance::call(
    const std::string &path,
    const std::string &headers,
    std::string body,
    std::function<void(const std::string &)> done)
{
    m_http.send(
        {"POST", m_dialer.address().path + path, headers, std::move(body)},
        [this, path, done = std::move(done)](const HttpAnswer &answer) {
            if (answer.status == 200 || answer.status == 204)
                done(answer.body);
            else
                m_failed(
                    path + " answered with " + std::to_string(answer.status) + ' '
                    + answer.body.substr(0, 200));
        });
}

} // namespace ct::bench
