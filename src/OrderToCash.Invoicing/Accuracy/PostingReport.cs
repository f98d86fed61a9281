using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>What a check found on a draft, all at once.</summary>
public sealed record PostingReport
{
    /// <summary>The draft.</summary>
    public required InvoiceId Invoice { get; init; }

    /// <summary>All findings: the draft's own first, then those against the facts, in the order of the lines.</summary>
    public EquatableArray<PostingFinding> Findings { get; init; }

    /// <summary>As the worst finding.</summary>
    [JsonIgnore]
    public PostingVerdict Verdict => Findings.IsEmpty
        ? PostingVerdict.Clean
        : Findings.Max(f => f.Severity) switch
        {
            PostingSeverity.Refuse => PostingVerdict.Refused,
            PostingSeverity.Hold => PostingVerdict.Held,
            _ => PostingVerdict.Warned,
        };

    /// <summary>True when it may be posted without anybody looking at it.</summary>
    [JsonIgnore]
    public bool MayPost => Verdict is PostingVerdict.Clean or PostingVerdict.Warned;
}
