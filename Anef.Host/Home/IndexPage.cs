using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Host.Home;

[OpenToAll]
internal sealed class IndexPage : PageModel;
