using Anef.Notifications.Compose;
using Anef.Notifications.Contracts;
using Anef.Notifications.Persistence;
using Anef.Notifications.SendMessages;
using Anef.Notifications.SendSecrets;
using Anef.Notifications.Settings;
using Anef.Notifications.Transports;
using Anef.Notifications.WriteMessages;
using Anef.SharedKernel.Modules;
using Anef.SharedKernel.Outbox;
using Anef.SharedKernel.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Notifications;

/// <summary>What is told to people: the words, the ways, and whether it left.</summary>
public sealed class NotificationsModule : AnefModule
{
    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDb<NotificationsDb>(configuration)
        .AddSingleton(MailOptions.Read(configuration))
        .AddSingleton<Composer>().AddSingleton<MimeWords>().AddSingleton<MailPipeline>().AddSingleton<SendingMeter>().AddSingleton<EmlFolder>()
        // One connection to the server for each turn of the pump.
        .AddScoped<SmtpCarrier>().AddScoped<LetterSpool>().AddScoped<Post>().AddScoped<ISecretMail, SecretPost>()
        .AddScoped<MessageWriter>().AddScoped<LastLook>()
        .AddScoped<IPump, MessageSender>();
}
