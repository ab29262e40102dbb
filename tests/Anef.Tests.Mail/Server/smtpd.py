"""Takes mail over STARTTLS from whoever knows the password, and gives it to Dovecot. Some recipients misbehave by their name."""
import asyncio, signal, smtplib, ssl, sys
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

smtp_port, lmtp_port, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith('refused'):
            return '550 no such mailbox'
        if address.startswith('policy'):
            return '550 5.7.1 we do not talk to you'
        if address.startswith('busy'):
            return '451 try again later'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        def deliver():
            with smtplib.LMTP('127.0.0.1', lmtp_port) as lmtp:
                lmtp.sendmail(envelope.mail_from, envelope.rcpt_tos, envelope.original_content)
        await asyncio.get_running_loop().run_in_executor(None, deliver)
        if envelope.rcpt_tos[0].startswith('hangup'):
            server.transport.abort()
        if envelope.rcpt_tos[0].startswith('silent'):
            await asyncio.sleep(3600)
        return '250 OK'


def authenticate(server, session, envelope, mechanism, data):
    known = getattr(data, 'login', b'') == b'anef' and data.password == b'secret'
    # handled=True would leave the refusal to us to say.
    return AuthResult(success=known, handled=known)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(f'{folder}/server.pem', f'{folder}/server.key')
controller = Controller(Handler(), hostname='127.0.0.1', port=smtp_port, tls_context=context, require_starttls=True,
                        auth_required=True, auth_require_tls=True, authenticator=authenticate)
controller.start()
signal.sigwait({signal.SIGTERM, signal.SIGINT})
controller.stop()
