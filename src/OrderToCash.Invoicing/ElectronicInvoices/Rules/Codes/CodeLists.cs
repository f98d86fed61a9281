namespace OrderToCash.Invoicing;

/// <summary>The code lists the rules check against, built at the first check.</summary>
internal static class CodeLists
{
    internal static readonly CodeList InvoiceTypes = new(CodeTables.InvoiceTypes);
    internal static readonly CodeList CreditNoteTypes = new(CodeTables.CreditNoteTypes);
    internal static readonly CodeList Currencies = new(CodeTables.Currencies);
    internal static readonly CodeList PeppolCurrencies = new(CodeTables.PeppolCurrencies);
    internal static readonly CodeList TaxPoints = new("3 35 432");
    internal static readonly CodeList ReferenceSchemes = new(ReferenceCodeTables.ReferenceSchemes);
    internal static readonly CodeList NoteSubjects = new(ReferenceCodeTables.NoteSubjects);
    internal static readonly CodeList Icd = new(CodeTables.Icd);
    internal static readonly CodeList Eas = new(CodeTables.Eas);
    internal static readonly CodeList PeppolEas = new(CodeTables.PeppolEas);
    internal static readonly CodeList Diga = new("XR01 XR02 XR03");
    internal static readonly CodeList ItemSchemes = new(CodeTables.ItemSchemes);
    internal static readonly CodeList Countries = new(CodeTables.Countries);
    internal static readonly CodeList PaymentMeans = new(CodeTables.PaymentMeans);
    internal static readonly CodeList TaxCategories = new(CodeTables.TaxCategories);
    internal static readonly CodeList AllowanceReasons = new(CodeTables.AllowanceReasons);
    internal static readonly CodeList ChargeReasons = new(CodeTables.ChargeReasons);
    internal static readonly CodeList Vatex = new(CodeTables.Vatex);
    internal static readonly CodeList Units = new(UnitCodeTable.Units);

    internal static readonly CodeList MimeTypes = new("""
        application/pdf image/png image/jpeg text/csv application/vnd.oasis.opendocument.spreadsheet
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
        """);

    /// <summary>The prefixes of VAT ids, in one text: the official rule asks whether the first two letters occur in it.</summary>
    internal static readonly string VatPrefixes =
        " " + string.Join(' ', Countries.Codes.Append("EL").Order(StringComparer.Ordinal)) + " ";
}
