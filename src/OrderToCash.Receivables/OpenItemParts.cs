namespace OrderToCash.Receivables;

public sealed partial record OpenItem
{
    // What the commands count on without looking again: one figure for each tax, and every amount in its own currency.
    private string? BrokenPart()
    {
        if (BrokenOwnPart() is { } own) return own;
        foreach (var application in Applications)
            if (BrokenPart(application) is { } what) return what;
        foreach (var revaluation in Revaluations)
            if (revaluation.Adjustment.Currency != FunctionalAmount.Currency || revaluation.ReversedOn < revaluation.On)
                return $"the revaluation {revaluation.Entry} is in another currency, or taken back before it was made";
        foreach (var recovery in Recoveries)
            if (recovery.Amount.Currency != Amount.Currency || !IsPerTax(recovery.TaxShares)
                || recovery.ReversedOn < recovery.On)
                return $"the recovery {recovery.Entry} is in another currency, has other taxes, or was taken back before it";
        return null;
    }

    // What it was opened with.
    private string? BrokenOwnPart()
    {
        if (!TaxRoles.IsEmpty && TaxRoles.Count != TaxShares.Count) return "it has not one role for each tax";
        foreach (var share in TaxShares)
            if (!IsInDocument(share)) return "a tax is in another currency";
        foreach (var tier in Discounts)
        {
            if (tier.Discount.Currency != Amount.Currency) return "a discount is in another currency";
            if (IsDebit && !IsRecordedNet && tier.Discount > Amount) return "a discount is more than the amount";
        }
        return IsInBooks(PendingTax) ? null : "its waiting tax is in another currency than its books";
    }

    private string? BrokenPart(Application application)
    {
        if (!IsPerTax(application.TaxRelief) || !IsPerTax(application.ExigibleTax))
            return $"the application {application.Id} has not one figure for each tax";
        return IsInDocument(application.Discount) && IsInDocument(application.Rest) && IsInDocument(application.Forfeited)
            && IsInDocument(application.CreditedTax) && IsInBooks(application.Revalued)
            && IsInBooks(application.ExigibleFunctional)
            ? null : $"a part of the application {application.Id} is in another currency";
    }

    // Whatever the order they are added up in, no sum of them is too large.
    private bool AddsUp()
    {
        Int128 document = Int128.Abs(Amount.MinorUnits), functional = Int128.Abs(FunctionalAmount.MinorUnits), given = 0;
        foreach (var application in Applications)
        {
            document += Int128.Abs(application.Amount.MinorUnits);
            functional += Int128.Abs(application.FunctionalAmount.MinorUnits);
            functional += Int128.Abs(application.Revalued?.MinorUnits ?? 0);
        }
        foreach (var revaluation in Revaluations) functional += Int128.Abs(revaluation.Adjustment.MinorUnits);
        foreach (var recovery in Recoveries) given += Int128.Abs(recovery.Amount.MinorUnits);
        return document <= long.MaxValue && functional <= long.MaxValue && given <= long.MaxValue;
    }

    private bool IsPerTax(EquatableArray<TaxShare> shares)
    {
        if (shares.IsEmpty) return true;
        if (shares.Count != TaxShares.Count) return false;
        foreach (var share in shares)
            if (!IsInDocument(share)) return false;
        return true;
    }

    private bool IsInDocument(TaxShare share) => share.Base.Currency == Amount.Currency && share.Tax.Currency == Amount.Currency;

    private bool IsInDocument(Money? part) => part is not { } amount || amount.Currency == Amount.Currency;

    private bool IsInBooks(Money? part) => part is not { } amount || amount.Currency == FunctionalAmount.Currency;
}
