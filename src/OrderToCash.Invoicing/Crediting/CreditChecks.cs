namespace OrderToCash.Invoicing;

/// <summary>What stands against a credit note, and what contradicts a stored one.</summary>
internal static class CreditChecks
{
    internal static List<DomainError> Findings(InvoiceAccount account, CreditNotePosting posting)
    {
        var (findings, invoice) = (new List<DomainError>(), account.Invoice);
        if (posting.Id.IsNone) findings.Add(CreditNoteErrors.Incomplete.At("id", ("field", "id")));
        if (posting.Number.IsNone) findings.Add(CreditNoteErrors.Incomplete.At("number", ("field", "number")));
        if (posting.Reason.IsNone) findings.Add(CreditNoteErrors.Incomplete.At("reason", ("field", "reason")));
        if (posting.DocumentDate < invoice.DocumentDate)
            findings.Add(CreditNoteErrors.BeforeInvoice.At("documentDate",
                ("date", posting.DocumentDate), ("invoiced", invoice.DocumentDate)));
        if (posting.Id == invoice.Id || account.CreditNotes.Any(c => c.Id == posting.Id || c.Number == posting.Number))
            findings.Add(CreditNoteErrors.AlreadyPosted.At("id", ("number", posting.Number), ("invoice", invoice.Number)));
        if (posting.IsWhole && !posting.Lines.IsEmpty)
            findings.Add(CreditNoteErrors.LineAmbiguous.At("lines", ("line", posting.Lines[0].Line)));
        var seen = new HashSet<int>();
        for (var i = 0; i < posting.Lines.Count; i++)
            if (Fault(account, posting.Lines[i], $"lines[{i}]", seen.Add(posting.Lines[i].Line)) is { } fault)
                findings.Add(fault);
        return findings;
    }

    private static DomainError? Fault(InvoiceAccount account, CreditRequest request, string target, bool isFirst)
    {
        var line = request.Line;
        if (line < 1 || line > account.Invoice.Lines.Count)
            return CreditNoteErrors.LineUnknown.At(target, ("number", account.Invoice.Number), ("line", line));
        if (!isFirst || request.Quantity is null == request.Net is null)
            return CreditNoteErrors.LineAmbiguous.At(target, ("line", line));
        var invoiced = account.Invoice.Lines[line - 1];
        var credited = Find(account.Credited, line) ?? CreditedLine.None(line, invoiced);
        if (request.Quantity is { } quantity)
        {
            if (quantity.Unit != invoiced.Quantity.Unit || quantity.IsZero || quantity.IsNegative != invoiced.Quantity.IsNegative)
                return CreditNoteErrors.LineMismatch.At(target,
                    ("asked", quantity), ("line", line), ("invoiced", invoiced.Quantity));
            var left = invoiced.Quantity - credited.Quantity;
            return Math.Abs(quantity.Value) > Math.Abs(left.Value)
                ? CreditNoteErrors.ExceedsLine.At(target, ("asked", quantity), ("line", line), ("left", left))
                : null;
        }
        var net = request.Net!.Value;
        if (net.Currency != invoiced.Net.Currency || net.IsZero || net.IsNegative != invoiced.Net.IsNegative)
            return CreditNoteErrors.LineMismatch.At(target, ("asked", net), ("line", line), ("invoiced", invoiced.Net));
        var open = invoiced.Net - credited.Net;
        return net.Abs() > open.Abs()
            ? CreditNoteErrors.ExceedsLine.At(target, ("asked", net), ("line", line), ("left", open))
            : null;
    }

    internal static bool IsComplete(InvoiceAccount account)
    {
        var known = 0;
        for (var line = 1; line <= account.Invoice.Lines.Count; line++)
        {
            var net = account.Invoice.Lines[line - 1].Net;
            var credited = known < account.Credited.Count && account.Credited[known].Line == line
                ? account.Credited[known++].Net
                : Money.Zero(net.Currency);
            if (credited != net) return false;
        }
        return true;
    }

    internal static IEnumerable<string> Contradictions(InvoiceAccount account)
    {
        var (invoice, previous) = (account.Invoice, 0);
        for (var i = 0; i < account.Credited.Count; i++)
        {
            var credited = account.Credited[i];
            var line = credited.Line;
            if (line <= previous || line > invoice.Lines.Count)
            {
                yield return $"line {line} is out of place";
                yield break;
            }
            previous = line;
            var invoiced = invoice.Lines[line - 1];
            if (credited.Net.Currency != invoice.Currency || credited.Quantity.Unit != invoiced.Quantity.Unit)
            {
                yield return $"line {line} has another currency or unit";
                yield break;
            }
            if (credited.Net.Abs() > invoiced.Net.Abs() || Math.Abs(credited.Quantity.Value) > Math.Abs(invoiced.Quantity.Value))
                yield return $"line {line} is credited beyond what was invoiced";
        }
        if (Money.Sum(account.Credited.Select(c => c.Net), invoice.Currency)
            != Money.Sum(account.CreditNotes.Select(c => c.Net), invoice.Currency))
            yield return "lines and credit notes differ";
        if (account.RemainingGross.IsNegative) yield return "more is credited than was invoiced";
    }

    internal static EquatableArray<DomainError> Check(CreditNoteContent content)
    {
        if (content.Computation is null || content.Lines.Any(l => l?.Tax is null) || content.Breakdown.Any(s => s is null))
            return [Mismatch("lines")];
        var findings = new List<DomainError>();
        if (content.Number.IsNone || content.Id.IsNone)
            findings.Add(CreditNoteErrors.Incomplete.At("number", ("field", "number or id")));
        var sameCurrency = content.Lines.All(l => l.Net.Currency == content.Currency)
            && content.Breakdown.All(s => s.Base.Currency == content.Currency && s.Tax.Currency == content.Currency)
            && content.FunctionalBreakdown.All(s =>
                s.Base.Currency == content.FunctionalCurrency && s.Tax.Currency == content.FunctionalCurrency);
        if (!sameCurrency) findings.Add(Mismatch("currency"));
        else if (!BasesFollow(content)) findings.Add(Mismatch("breakdown"));
        if (sameCurrency && content.Currency == content.FunctionalCurrency && content.Breakdown != content.FunctionalBreakdown)
            findings.Add(Mismatch("functionalBreakdown"));
        for (var i = 1; i < content.Lines.Count; i++)
            if (content.Lines[i].InvoiceLine <= content.Lines[i - 1].InvoiceLine) findings.Add(Mismatch("lines"));
        return [.. findings];

        DomainError Mismatch(string part) =>
            CreditNoteErrors.FiguresMismatch.At(part, ("part", part), ("number", content.Number));
    }

    // The base of a category is the sum of its lines; its tax is cumulative and within a unit of base x rate, a line each where
    // lines are rounded.
    private static bool BasesFollow(CreditNoteContent content)
    {
        var lines = content.Lines.ToLookup(l => (l.Tax.Category, l.Tax.Rate));
        if (lines.Count != content.Breakdown.Count) return false;
        foreach (var share in content.Breakdown)
        {
            var own = lines[(share.Category, share.Rate)].ToList();
            if (own.Count == 0 || Money.Sum(own.Select(l => l.Net), content.Currency) != share.Base) return false;
            var exact = share.Base.Times(share.Rate, Rounding.HalfAwayFromZero);
            var slack = content.Computation.RoundsPerLine ? 1 + own.Count : 1;
            if (Math.Abs(share.Tax.MinorUnits - exact.MinorUnits) > slack) return false;
        }
        return true;
    }

    private static CreditedLine? Find(EquatableArray<CreditedLine> credited, int line)
    {
        var (low, high) = (0, credited.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (credited[middle].Line < line) low = middle + 1;
            else high = middle;
        }
        return low < credited.Count && credited[low].Line == line ? credited[low] : null;
    }
}
