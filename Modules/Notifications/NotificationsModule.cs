using Anef.Notifications.AnswerNeighbours;
using Anef.Notifications.Compose;
using Anef.Notifications.Contracts;
using Anef.Notifications.HearOfSms;
using Anef.Notifications.Persistence;
using Anef.Notifications.ReadBounces;
using Anef.Notifications.SendMessages;
using Anef.Notifications.SendSecrets;
using Anef.Notifications.Settings;
using Anef.Notifications.Transports;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Anef.SharedKernel.Status;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Notifications;

/// <summary>What is told to people: the words, the ways, and whether it left.</summary>
public sealed class NotificationsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<NotificationsDb>(configuration)
        .AddSingleton(MailOptions.Read(configuration)).AddSingleton(SmsOptions.Read(configuration)).AddSingleton(BounceOptions.Read(configuration))
        .AddSingleton<Library>().AddSingleton<Composer>().AddSingleton<SmsWords>()
        .AddSingleton<MimeWords>().AddSingleton<MailPipeline>().AddSingleton<SendingMeter>().AddSingleton<EmlFolder>()
        .AddSingleton<HttpSmsGateway>().AddSingleton<SmsFolder>()
        .AddSingleton<ISmsGateway>(s => s.GetRequiredService<SmsOptions>().Transport == SmsTransport.Http ? s.GetRequiredService<HttpSmsGateway>() : s.GetRequiredService<SmsFolder>())
        // One connection to the server for each turn of the pump.
        .AddScoped<SmtpCarrier>().AddScoped<LetterSpool>().AddScoped<SmsCarrier>().AddScoped<Post>().AddScoped<ISecretMail, SecretPost>()
        .AddScoped<ReachBook>().AddScoped<MessageWriter>().AddScoped<LastLook>().AddScoped<Detours>()
        .AddScoped(BounceBox)
        .AddScoped<INotifications, NotificationsAnswers>().AddScoped<ISign, MessagesSign>()
        .AddScoped<IPump, MessageSender>();

    /// <inheritdoc/>
    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapSmsReports();

    private static IBounceBox BounceBox(IServiceProvider services)
    {
        var options = services.GetRequiredService<BounceOptions>();
        return options.Kind switch
        {
            BounceBoxKind.Maildir => new MaildirBox(options),
            BounceBoxKind.Imap => new ImapBox(options, services.GetRequiredService<MailOptions>()),
            _ => new NoBounceBox(),
        };
    }
}
