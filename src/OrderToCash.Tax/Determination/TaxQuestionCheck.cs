namespace OrderToCash.Tax;

/// <summary>What must hold of a question before any rule is asked.</summary>
internal static class TaxQuestionCheck
{
    /// <summary>What is missing or contradicts itself.</summary>
    internal static List<DomainError> Findings(TaxQuestion question, TaxDeterminationPolicy policy)
    {
        var findings = new List<DomainError>();
        Lacks(question.ShipFrom.IsNone, "shipFrom", "where the supply begins");
        Lacks(question.ShipTo.IsNone, "shipTo", "where the supply ends");
        Lacks(question.TaxClass.IsNone, "taxClass", "the product's tax class");
        for (var i = 0; i < question.SellerRegistrations.Count; i++)
            Lacks(string.IsNullOrWhiteSpace(question.SellerRegistrations[i].Id), $"sellerRegistrations[{i}].id",
                "the seller's tax id");
        foreach (var country in Doubles(question.SellerRegistrations))
            findings.Add(TaxErrors.DuplicateRegistration.At("sellerRegistrations", ("country", country)));
        foreach (var country in Doubles(question.BuyerRegistrations))
            findings.Add(TaxErrors.DuplicateRegistration.At("buyerRegistrations", ("country", country)));
        if (question.DistanceSales is { } sales) findings.AddRange(sales.Check().Select(f => f.Below("distanceSales")));
        if (question.ConsignmentValue is { } value && value.Currency != Currency.Eur)
            findings.Add(TaxErrors.QuestionIncomplete.At("consignmentValue", ("field", "the value of the consignment in euro")));
        if (!policy.Rules.IsEmpty) findings.AddRange(policy.Check().Select(f => f.Below("policy")));
        return findings;

        void Lacks(bool isMissing, string target, string field)
        {
            if (isMissing) findings.Add(TaxErrors.QuestionIncomplete.At(target, ("field", field)));
        }
    }

    /// <summary>What the seller's registrations do not carry.</summary>
    internal static List<DomainError> Findings(TaxSituation situation)
    {
        if (situation.Question.IsTriangular)
            return situation.ThirdRegistration is not null && situation.DestinationRegistration is null
                && situation.IsFromUnion && situation.IsToUnion && !situation.IsDomestic
                ? []
                : [TaxErrors.TriangulationUnfounded.At("isTriangular", ("from", situation.From.Law), ("to", situation.To.Law))];
        return situation.Question.SellerRegistrations.IsEmpty || situation.OriginRegistration is not null
            ? []
            : [TaxErrors.SellerNotRegistered.At("sellerRegistrations", ("country", situation.From.Law))];
    }

    private static IEnumerable<CountryCode> Doubles(EquatableArray<TaxRegistration> registrations) => registrations.Count < 2
        ? []
        : registrations.GroupBy(r => r.Country).Where(g => g.Count() > 1).Select(g => g.Key);
}
