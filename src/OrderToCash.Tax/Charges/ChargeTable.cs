namespace OrderToCash.Tax;

/// <summary>Computes documents with a charge table.</summary>
public static class ChargeTable
{
    /// <summary>
    /// Takes included charges out of the prices item by item, sums every row over the items unrounded, and rounds each row once,
    /// half away from zero. Or all findings: <see cref="ChargeDocument.Check"/>,
    /// <see cref="TaxComputationErrors.ShareOutOfRange"/> for a discount beyond what there is,
    /// <see cref="TaxComputationErrors.InclusionImpossible"/> where included charges leave no net,
    /// <see cref="TaxComputationErrors.AmountTooLarge"/>.
    /// </summary>
    public static Result<ChargedDocument> Compute(ChargeDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Check() is { IsEmpty: false } findings) return Result.Failure<ChargedDocument>(findings);
        try
        {
            return new ChargeRun(document).Compute();
        }
        catch (OverflowException)
        {
            return Result.Failure<ChargedDocument>(TaxComputationErrors.AmountTooLarge.With());
        }
    }
}
