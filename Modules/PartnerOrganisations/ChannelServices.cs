using Anef.PartnerOrganisations.Persistence;
using Anef.PartnerOrganisations.ProcessBatch;
using Anef.PartnerOrganisations.ReadMail;
using Anef.PartnerOrganisations.ReadMailbox;
using Anef.PartnerOrganisations.ReadOneMail;
using Anef.PartnerOrganisations.Settings;
using Anef.PartnerOrganisations.TakeMail;
using Anef.SharedKernel.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Thread = Anef.PartnerOrganisations.Acknowledge.Thread;

namespace Anef.PartnerOrganisations;

/// <summary>What takes mails and settles what they hold.</summary>
internal static class ChannelServices
{
    public static IServiceCollection AddChannel(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(PartnerOptions.Read(configuration)).AddSingleton<MailSeal>().AddSingleton<SafeReader>().AddSingleton<Thread>()
        .AddScoped<Addressee>().AddScoped<Replies>()
        .AddScoped<LineBook>().AddScoped<LineJudge>().AddScoped<LineActs>().AddScoped<SettleLines>().AddScoped<Acknowledgement>().AddScoped<OneMail>()
        .AddSingleton(MailboxOptions.Read(configuration)).AddSingleton<ImapDoor>().AddSingleton<ImapMailbox>().AddSingleton<MaildirMailbox>().AddSingleton(Mailbox)
        .AddScoped<MailboxLeases>().AddHostedService<MailboxWatch>()
        .AddScoped<IPump, BatchPump>();

    private static IMailbox Mailbox(IServiceProvider services) => services.GetRequiredService<MailboxOptions>().Kind switch
    {
        MailboxKind.Imap => services.GetRequiredService<ImapMailbox>(),
        MailboxKind.Maildir => services.GetRequiredService<MaildirMailbox>(),
        _ => new NoMailbox(),
    };
}
