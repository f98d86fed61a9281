namespace OrderToCash.Tax;

/// <summary>A question with what follows from it: the words the rules are written in.</summary>
internal sealed class TaxSituation
{
    /// <summary>Article 143(1)(ca): the value up to which imports may be declared in the one-stop shop.</summary>
    private static readonly Money LowValue = Money.Of(150, Currency.Eur);

    private readonly TaxDeterminationPolicy policy;

    internal TaxSituation(TaxQuestion question, TaxDeterminationPolicy policy)
    {
        (Question, this.policy) = (question, policy);
        From = TaxPlace.Of(question.ShipFrom, question.ShipFromRegion, question.ShipFromPostCode, On);
        To = TaxPlace.Of(question.ShipTo, question.ShipToRegion, question.ShipToPostCode, On);
        IsFromUnion = IsGoods ? From.IsInUnionForGoods : From.IsInUnionForServices;
        IsToUnion = IsGoods ? To.IsInUnionForGoods : To.IsInUnionForServices;
        if (question.Buyer == BuyerStatus.Consumer) return;
        UnionId = FindUnionId();
        DestinationId = FindId(question.BuyerRegistrations, To.Law);
    }

    internal TaxQuestion Question { get; }

    internal TaxPlace From { get; }

    internal TaxPlace To { get; }

    internal LocalDate On => Question.TaxPoint;

    internal bool IsGoods => Question.Kind == SupplyKind.Goods;

    internal bool IsFromUnion { get; }

    internal bool IsToUnion { get; }

    internal bool IsDomestic => From.IsSameAs(To);

    internal bool IsExempt => Question.TaxClass == TaxClass.Exempt;

    /// <summary>
    /// The buyer's VAT id of a member state other than that of departure: the destination's first, else the first checked,
    /// else the first.
    /// </summary>
    internal TaxRegistration? UnionId { get; }

    /// <summary>The buyer's VAT id of the country where the supply ends.</summary>
    internal TaxRegistration? DestinationId { get; }

    /// <summary>The seller's registration where the supply begins.</summary>
    internal TaxRegistration? OriginRegistration => FindId(Question.SellerRegistrations, From.Law);

    /// <summary>The seller's registration where the supply ends.</summary>
    internal TaxRegistration? DestinationRegistration => FindId(Question.SellerRegistrations, To.Law);

    /// <summary>The seller's registration in a third member state, for a triangular sale.</summary>
    internal TaxRegistration? ThirdRegistration
    {
        get
        {
            foreach (var registration in Question.SellerRegistrations)
                if (registration.Country != From.Law && registration.Country != To.Law && IsUnionId(registration))
                    return registration;
            return null;
        }
    }

    /// <summary>True, false, or null when nobody stated it.</summary>
    internal bool? Is(TaxFact fact) => fact switch
    {
        TaxFact.SellerIsUnregistered => Question.SellerRegistrations.IsEmpty,
        TaxFact.SellerIsRegisteredAtDestination => DestinationRegistration is not null,
        TaxFact.UsesUnionOneStopShop => Uses(OneStopShop.Union) || AssumesDestination,
        TaxFact.UsesImportOneStopShop => Uses(OneStopShop.Import),
        TaxFact.IsLowValueConsignment => Question.ConsignmentValue is { } value ? value <= LowValue : null,
        TaxFact.IsDomestic => IsDomestic,
        TaxFact.IsUnderOneLaw => From.Law == To.Law,
        TaxFact.IsFromUnion => IsFromUnion,
        TaxFact.IsToUnion => IsToUnion,
        TaxFact.IsWithinUnion => IsFromUnion && IsToUnion && !IsDomestic,
        TaxFact.IsExport => !IsDomestic && !(IsFromUnion && IsToUnion),
        TaxFact.IsTransported => Question.Transport switch
        {
            TransportStatus.None => false,
            TransportStatus.Unknown => null,
            _ => true,
        },
        TaxFact.BuyerIsBusiness => Question.Buyer switch
        {
            BuyerStatus.Business => true,
            BuyerStatus.Unknown => UnionId is null && DestinationId is null ? null : true,
            _ => false,
        },
        TaxFact.BuyerIsConsumer => Question.Buyer switch
        {
            BuyerStatus.Consumer => true,
            BuyerStatus.Public => UnionId is null && DestinationId is null,
            BuyerStatus.Unknown => UnionId is null && DestinationId is null ? null : false,
            _ => false,
        },
        TaxFact.BuyerHasUnionId => UnionId is not null,
        TaxFact.BuyerHasDestinationId => DestinationId is not null,
        TaxFact.IsTaxedAtDestination => Question.DistanceSales?.IsTaxedAtDestination ?? policy.UnstatedDistanceSales switch
        {
            UnstatedDistanceSales.Destination => true,
            UnstatedDistanceSales.Origin => false,
            _ => null,
        },
        TaxFact.IsTriangular => Question.IsTriangular,
        _ => IsReverseChargeProduct(),
    };

    internal bool Uses(OneStopShop scheme)
    {
        foreach (var known in Question.OneStopShops)
            if (known == scheme) return true;
        return false;
    }

    // Who declares to charge the destination's tax without stating figures declares to be in the scheme for it.
    private bool AssumesDestination =>
        Question.DistanceSales is null && policy.UnstatedDistanceSales == UnstatedDistanceSales.Destination;

    private bool IsReverseChargeProduct()
    {
        foreach (var known in policy.ReverseChargeClasses)
            if (known.Country == From.Law && known.Class == Question.TaxClass && !(On < known.From) && !(On > known.Until))
                return true;
        return false;
    }

    private TaxRegistration? FindUnionId()
    {
        TaxRegistration? best = null;
        foreach (var registration in Question.BuyerRegistrations)
        {
            if (registration.Country == From.Law || string.IsNullOrWhiteSpace(registration.Id)) continue;
            if (!IsUnionId(registration)) continue;
            if (registration.Country == To.Law) return registration;
            if (best is null || best.VerifiedOn is null && registration.VerifiedOn is not null) best = registration;
        }
        return best;
    }

    // Northern Irish businesses trade goods with the Union under ids that begin with XI.
    private bool IsUnionId(TaxRegistration registration) => Countries.IsInEuropeanUnion(registration.Country, On)
        || IsGoods && registration.Country.Value == "GB" && registration.Id.StartsWith("XI", StringComparison.Ordinal);

    private static TaxRegistration? FindId(EquatableArray<TaxRegistration> registrations, CountryCode country)
    {
        foreach (var registration in registrations)
            if (registration.Country == country && !string.IsNullOrWhiteSpace(registration.Id)) return registration;
        return null;
    }
}
