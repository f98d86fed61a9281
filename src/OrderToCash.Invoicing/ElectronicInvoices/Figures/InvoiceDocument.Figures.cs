namespace OrderToCash.Invoicing;

public sealed partial record InvoiceDocument
{
    /// <summary>
    /// The document with its breakdown (BG-23) and totals (BG-22) computed from lines, allowances and charges: nets that are
    /// missing as quantity x price, rounded; sums of rounded amounts; tax per category and rate on the sum, half away from zero,
    /// to the decimals of the currency, at most two (BR-CO-10 to 17). What was prepaid, the rounding amount and the total in
    /// the tax currency are taken as they stand, and so are exemption reasons of the same category and rate. Refused with all of
    /// <see cref="InvoiceDocumentErrors.LineIncomplete"/>, <see cref="InvoiceDocumentErrors.AllowanceChargeIncomplete"/>,
    /// <see cref="InvoiceDocumentErrors.TaxMissing"/>, <see cref="InvoiceDocumentErrors.OutOfRange"/>.
    /// </summary>
    public Result<InvoiceDocument> Computed()
    {
        if (ValueRange.FirstBeyond(this) is { } path)
            return Result.Failure<InvoiceDocument>(InvoiceDocumentErrors.OutOfRange.At(path, ("path", path)));
        var figures = new DocumentFigures(this);
        var computed = figures.Compute();
        return figures.Errors.Count == 0 ? Result.Success(computed) : Result.Failure<InvoiceDocument>([.. figures.Errors]);
    }
}
