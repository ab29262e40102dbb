using Anef.SharedKernel.Languages;
using Anef.SharedKernel.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Anef.Host.Information;

/// <summary>Where everything is.</summary>
[OpenToAll]
internal sealed class SiteMapPage(Say say) : PageModel
{
    public IEnumerable<(string Title, IEnumerable<(string Words, string Address)> Pages)> Parts =>
    [
        (say["help.map.do"], [(say["frame.guide"], "/quelle-demarche"), (say["frame.procedures"], "/demarches"), (say["frame.verify"], "/verifier"), (say["frame.signIn"], "/connexion")]),
        (say["help.map.own"], [(say["frame.space"], "/mon-espace"), (say["frame.messages"], "/mon-espace/messages"), (say["settings.title"], "/mon-espace/notifications"), (say["frame.account"], "/compte")]),
        (say["help.map.know"], [(say["frame.help"], "/aide"), (say["frame.status"], "/etat-du-service"), (say["frame.feedback"], "/avis"), (say["feedback.figures.title"], "/retours/synthese"), (say["staffing.indicators.title"], "/indicateurs")]),
        (say["help.map.site"], [(say["frame.home"], "/"), (say["frame.accessibility"], "/accessibilite"), (say["frame.privacy"], "/confidentialite"), (say["frame.legal"], "/mentions-legales")]),
    ];
}
