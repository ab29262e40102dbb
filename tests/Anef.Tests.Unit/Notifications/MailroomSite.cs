using Anef.Notifications;
using Anef.SharedKernel.Rules;
using Anef.SharedKernel.Web;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Anef.Tests.Unit.Notifications;

/// <summary>The pages and endpoints of the module, without the frame of the host.</summary>
internal static class MailroomSite
{
    public static async Task<WebApplication> Open(Mailroom room)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        room.AddTo(builder.Services);
        builder.Services.AddTestAccess().AddDataProtection();
        var pages = builder.Services.AddRazorPages(o => o.Conventions.ConfigureFilter(new RefusalsOnThePage())).WithRazorPagesRoot("/");
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(typeof(NotificationsModule).Assembly).GetApplicationParts(typeof(NotificationsModule).Assembly))
            pages.PartManager.ApplicationParts.Add(part);
        var site = builder.Build();
        site.Urls.Add("http://127.0.0.1:0");
        site.UseExceptionHandler(new ExceptionHandlerOptions
        {
            AllowStatusCode404Response = true,
            StatusCodeSelector = fault => fault is NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status500InternalServerError,
            ExceptionHandler = _ => Task.CompletedTask,
        });
        site.UseRouting();
        site.UseTestAccess();
        site.MapRazorPages();
        new NotificationsModule().MapEndpoints(site);
        await site.StartAsync();
        return site;
    }
}
