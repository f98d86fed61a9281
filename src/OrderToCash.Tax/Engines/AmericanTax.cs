namespace OrderToCash.Tax;

/// <summary>The built-in engine's answer for sales inside the United States.</summary>
internal static class AmericanTax
{
    internal static Result<TaxAnswer> Quote(TaxEngineRequest request, JurisdictionTable table)
    {
        if (request.ShipFrom is not { } from || request.ShipTo is not { } to)
            return Result.Failure<TaxAnswer>(TaxEngineErrors.PlaceMissing.At("shipTo"));
        var question = new SalesTaxQuestion
        {
            ShipFrom = from,
            ShipTo = to,
            CollectsIn = request.CollectsIn,
            TaxPoint = request.Lines[0].Question.TaxPoint,
            Currency = request.Currency,
            Certificates = request.Certificates,
            Document = request.Document.Key,
            Lines = request.Lines.Select(l => new SalesTaxLine
            {
                Key = l.Key, Net = l.Net, Quantity = l.Quantity, Class = l.Question.TaxClass, IsFreight = l.IsFreight,
            }).ToEquatableArray(),
        };
        return SalesTax.Compute(question, table).Map(answer => Answer(request, answer));
    }

    private static TaxAnswer Answer(TaxEngineRequest request, SalesTaxAnswer answer)
    {
        var byLine = answer.Components.ToLookup(c => c.Line, StringComparer.Ordinal);
        return new()
        {
            Document = request.Document,
            Engine = TaxEngine.Name,
            Currency = request.Currency,
            Net = Money.Sum(request.Lines.Select(l => l.Net), request.Currency),
            Tax = answer.Tax,
            Lines = request.Lines.Select(l => Line(l, [.. byLine[l.Key]], answer)).ToEquatableArray(),
        };
    }

    private static TaxAnswerLine Line(TaxEngineLine line, List<JurisdictionTax> components, SalesTaxAnswer answer)
    {
        var rate = components.Where(c => !c.Taxable.IsZero).Sum(c => c.Rate.Value);
        var reason = components.Select(c => c.Reason).Prepend(answer.Reason).FirstOrDefault(r => r.Length > 0) ?? "not taxed";
        return new()
        {
            Key = line.Key,
            Net = line.Net,
            Tax = answer.TaxOf(line.Key),
            Treatment = rate > 0
                ? new() { Category = TaxCategory.Standard, Rate = Percentage.Of(rate), Country = new("US"), Rule = "sales-tax" }
                : new()
                {
                    Category = answer.Reason.Length > 0 ? TaxCategory.OutOfScope : TaxCategory.Exempt,
                    Rate = Percentage.Zero,
                    Country = answer.Reason.Length > 0 ? default : new("US"),
                    ReasonText = reason,
                    Rule = "sales-tax",
                },
            Components = components.Where(c => !c.Taxable.IsZero).Select(c => new TaxComponent
            {
                Jurisdiction = c.Name.Length > 0 ? $"{c.Jurisdiction}/{c.Name}" : c.Jurisdiction.Value,
                Rate = c.Rate,
                Taxable = c.Taxable,
                Tax = c.Tax,
                Reason = c.Reason,
            }).ToEquatableArray(),
        };
    }
}
