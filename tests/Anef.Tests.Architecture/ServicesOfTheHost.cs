using Anef.Host;
using Anef.Tests.Architecture.Rules;
using Anef.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Anef.Tests.Architecture;

public sealed class ServicesOfTheHost
{
    [Test]
    public void None_is_keyed()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.AddAnef(AnefHouse.Modules);
        builder.AddWeb(AnefHouse.Modules);
        Assert.That(builder.Services, Has.Count.GreaterThan(100));
        Assert.That(Keys.Keyed(builder.Services), Is.Empty);
    }

    [Test]
    public void One_that_is_keyed_is_found_with_its_culprit()
    {
        var services = new ServiceCollection().AddSingleton("innocent").AddKeyedSingleton<IDisposable, MemoryStream>("69");
        Assert.That(Keys.Keyed(services), Is.EqualTo(new[] { "System.IDisposable keyed « 69 », made by System.IO.MemoryStream of System.Private.CoreLib" }));
    }
}
