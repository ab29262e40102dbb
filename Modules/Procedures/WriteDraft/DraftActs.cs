using Anef.SharedKernel.UseCases;

namespace Anef.Procedures.WriteDraft;

/// <summary>All that can be done with a draft.</summary>
internal sealed record DraftActs(
    IUseCase<WriteDraft.Request, Done> Write,
    IUseCase<RehearseDraft.RehearseDraft.Request, Guid> Rehearse,
    IUseCase<ExplainChange.ExplainChange.Request, Done> Explain,
    IUseCase<WithdrawDraft.WithdrawDraft.Request, Done> Withdraw,
    IUseCase<PublishDraft.PublishDraft.Request, PublishRules.PublishRules.Published> Publish);
