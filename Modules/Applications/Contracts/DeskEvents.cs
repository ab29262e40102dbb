using Anef.SharedKernel.Events;

namespace Anef.Applications.Contracts;

/// <summary>An agent asks that an attestation be sent again to its holder, by the holder's own channel.</summary>
/// <param name="Attestation">Its number.</param>
/// <param name="By">Name of the agent.</param>
public sealed record AttestationResendAsked(Guid PersonId, Guid ApplicationId, string Attestation, string By) : IApplicationEvent;
