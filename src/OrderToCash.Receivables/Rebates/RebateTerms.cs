using System.Text.Json.Serialization;

namespace OrderToCash.Receivables;

/// <summary>What was agreed with a customer about a period.</summary>
public sealed record RebateTerms
{
    /// <summary>The agreement.</summary>
    public required RebateAgreementId Agreement { get; init; }

    /// <summary>Whose books.</summary>
    public required LegalEntityId LegalEntity { get; init; }

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The currency of turnover and rebate.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required LocalDate To { get; init; }

    /// <summary>What is counted.</summary>
    public RebateMeasure Measure { get; init; }

    /// <summary>What reaching a tier means.</summary>
    public RebateMethod Method { get; init; }

    /// <summary>The tiers, thresholds ascending.</summary>
    public required EquatableArray<RebateTier> Tiers { get; init; }

    /// <summary>
    /// What the period is expected to come to (IFRS 15.53): the rate accrued until more is reached; zero accrues what is earned
    /// so far.
    /// </summary>
    [JsonConverter(typeof(DecimalTextJsonConverter))]
    public decimal Expected { get; init; }

    /// <summary>What so much earns, not rounded.</summary>
    internal decimal Earned(decimal measured)
    {
        var earned = 0m;
        for (var i = 0; i < Tiers.Count && Tiers[i].From <= measured; i++)
        {
            var each = Measure == RebateMeasure.Turnover ? Tiers[i].Rate.Fraction : EachOf(Tiers[i]);
            if (Method == RebateMethod.Retroactive) earned = measured * each;
            else earned += ((i + 1 < Tiers.Count ? Math.Min(measured, Tiers[i + 1].From) : measured) - Tiers[i].From) * each;
        }
        return earned;
    }

    private static decimal EachOf(RebateTier tier) => tier.PerUnit is { } price ? price.Amount / price.Per : 0;

    /// <summary>
    /// What is to be accrued after so much: its share of what is expected to be earned, rounded on the cumulated amount.
    /// </summary>
    internal Money Accrued(decimal measured)
    {
        var whole = Math.Max(measured, Expected);
        return whole <= 0 ? Money.Zero(Currency)
            : Money.Rounded(whole == measured ? Earned(measured) : Earned(whole) * measured / whole, Currency,
                Rounding.HalfAwayFromZero);
    }

    internal List<DomainError> Check()
    {
        var findings = new List<DomainError>();
        if (Agreement.IsNone || Customer.IsNone) Wrong("agreement", "it names no agreement or no customer");
        if (To < From) Wrong("to", "the period ends before it begins");
        if (Tiers.IsEmpty) Wrong("tiers", "there is no tier");
        if (Expected < 0) Wrong("expected", "what is expected is below zero");
        for (var i = 0; i < Tiers.Count; i++)
        {
            var tier = Tiers[i];
            if (tier.From < 0 || (i > 0 && tier.From <= Tiers[i - 1].From))
                Wrong($"tiers[{i}].from", "the thresholds do not ascend");
            if (tier.Rate.Value is < 0 or > 100) Wrong($"tiers[{i}].rate", "a rate is not between 0 and 100 percent");
            if (Measure == RebateMeasure.Turnover == tier.PerUnit is not null)
                Wrong($"tiers[{i}].perUnit", "turnover has rates, volume has amounts per unit");
            if (tier.PerUnit is { } price && (price.Amount < 0 || price.Currency != Currency))
                Wrong($"tiers[{i}].perUnit", "an amount per unit is below zero or in another currency");
        }
        return findings;

        void Wrong(string target, string what) =>
            findings.Add(RebateErrors.BadTerms.At(target, ("agreement", Agreement), ("what", what)));
    }
}
