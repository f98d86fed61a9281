using System.Text.Json.Serialization;

namespace OrderToCash.Contracts;

/// <summary>
/// From when to when a contract holds, and the notice it takes to end it. When it was signed is another matter.
/// </summary>
public sealed record ContractTerm
{
    /// <summary>The first day it holds.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day it holds, inclusive; null when it has no end.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The notice for ending it; null when none is needed.</summary>
    public NoticePeriod? Notice { get; init; }

    /// <summary>
    /// The last day on which notice for the end of the term can be received; null without an end or without a notice period.
    /// </summary>
    [JsonIgnore]
    public LocalDate? LastDayOfNotice => LastDay is { } end && Notice is { } notice ? notice.LastDayOfNotice(end) : null;

    /// <summary>Finds <c>contract.term-backwards</c> and <c>contract.notice-negative</c>.</summary>
    public EquatableArray<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (LastDay < EffectiveFrom)
            findings.Add(ContractErrors.TermBackwards.At("lastDay", ("effectiveFrom", EffectiveFrom), ("lastDay", LastDay)));
        if (Notice is { Count: < 0 }) findings.Add(ContractErrors.NoticeNegative.At("notice.count", ("count", Notice.Count)));
        return findings.ToEquatableArray();
    }
}
