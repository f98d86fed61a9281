using System.Text.Json.Serialization;

namespace OrderToCash.Invoicing;

/// <summary>
/// The measure of billing accuracy: documents checked, and how many had nothing to find. A document that was checked several
/// times counts once, as it stood the first time: what was corrected after a finding was inaccurate all the same.
/// </summary>
public sealed record BillingAccuracy
{
    /// <summary>Documents checked.</summary>
    public required int Documents { get; init; }

    /// <summary>Documents with at least one finding.</summary>
    public required int WithFindings { get; init; }

    /// <summary>Documents whose worst finding held them.</summary>
    public required int Held { get; init; }

    /// <summary>Documents whose worst finding refused them.</summary>
    public required int Refused { get; init; }

    /// <summary>Documents per code, ordered by code.</summary>
    public EquatableArray<FindingCount> ByCode { get; init; }

    /// <summary>Documents without a finding.</summary>
    [JsonIgnore]
    public int Clean => Documents - WithFindings;

    /// <summary>Clean documents of all, to four digits; null when there was none.</summary>
    [JsonIgnore]
    public Percentage? Rate => Documents == 0
        ? null
        : Percentage.Of(Rounding.HalfAwayFromZero.Round(100m * Clean / Documents, 4));

    /// <summary>The measure over reports, in the order the checks were made.</summary>
    public static BillingAccuracy Of(IEnumerable<PostingReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var first = reports.DistinctBy(r => r.Invoice).ToList();
        return new()
        {
            Documents = first.Count,
            WithFindings = first.Count(r => !r.Findings.IsEmpty),
            Held = first.Count(r => r.Verdict == PostingVerdict.Held),
            Refused = first.Count(r => r.Verdict == PostingVerdict.Refused),
            ByCode = first.SelectMany(r => r.Findings.Select(f => f.Error.Code).Distinct())
                .GroupBy(c => c)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new FindingCount { Code = g.Key, Documents = g.Count() })
                .ToEquatableArray(),
        };
    }
}
