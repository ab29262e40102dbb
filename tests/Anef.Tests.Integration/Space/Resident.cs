using Anef.Applications.Domain;
using Anef.Applications.FileApplication;
using Anef.Applications.Persistence;
using Anef.Applications.RegisterPerson;
using Anef.SharedKernel.Security;
using Anef.SharedKernel.UseCases;
using Anef.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Integration.Space;

/// <summary>Somebody with a renewal under way, and their browser.</summary>
internal sealed class Resident(AnefSite site, Guid person, Guid application, string number) : IDisposable
{
    public static readonly byte[] Photograph = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE,
        0, 0, 0, 12, .. "IDAT"u8, 8, 0xD7, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0, 0x18, 0xDD, 0x8D, 0xB0, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82];

    public Guid Person => person;

    public Guid Application => application;

    public string Number => number;

    public HttpClient Browser { get; } = site.Browser().As(TestAccess.Applicant(person));

    /// <summary>Filed today, in time, with a card that ends on 30 April 2026.</summary>
    public static async Task<Resident> Settle(AnefSite site, params string[] missing)
    {
        var person = await site.Ask<RegisterPerson.Request, Guid>(new()
        {
            Surname = "Diallo",
            FirstNames = "Awa",
            Born = new(1990, 1, 1),
            Prefecture = "38",
            Email = "awa@example.org",
            AddressLines = ["1 rue de l'Exemple"],
            Held = new("CJF", "L423-1", new(2025, 5, 1), new(2026, 4, 30), Work: true),
        });
        var filed = await site.Ask<FileApplication.Request, FileApplication.Filed>(new(person, "CJF") { Kind = "renewal", Missing = missing });
        await site.Drain();
        return new(site, person, filed.ApplicationId, filed.Number);
    }

    /// <summary>What an officer does.</summary>
    public Task Do<TRequest>(TRequest request) => site.Ask<TRequest, Done>(request);

    public async Task<PermitApplication> Look()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApplicationsDb>().Applications.AsNoTracking().SingleAsync(a => a.Id == application);
    }

    public async Task<string> Read(string path) => System.Net.WebUtility.HtmlDecode(await Browser.GetStringAsync(new Uri(path, UriKind.Relative)));

    public Task<HttpResponseMessage> Get(string path) => Browser.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
#pragma warning disable CA2000 // goes with the request
        return Browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
#pragma warning restore CA2000
    }

    public async Task<HttpResponseMessage> Upload(string path, string document, byte[] content, string name = "photo.png")
    {
        using var form = new MultipartFormDataContent { { new StringContent(document), "document" }, { new ByteArrayContent(content), "files", name } };
        return await Browser.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    public void Dispose() => Browser.Dispose();
}
