using Anef.Procedures.Contracts;
using Anef.SharedKernel.Calendar;
using Anef.SharedKernel.Prefectures;
using Anef.SharedKernel.Status;

namespace Anef.Procedures.ReadProcedure;

/// <summary>A page for each procedure, and for each in each prefecture.</summary>
internal sealed class PublicAddresses(IProcedures procedures, PrefectureCatalog prefectures, TimeProvider clock) : IPublicAddresses
{
    public IEnumerable<string> Addresses => procedures.All(clock.Today(CivilTime.Paris)).SelectMany(p => prefectures.All.Select(place => $"/demarches/{p.Code}/{place.Code}").Prepend($"/demarches/{p.Code}"))
        .Prepend("/demarches/journal").Prepend("/demarches");
}
