namespace OrderToCash.Invoicing;

/// <summary>Who must show, or must not show, which id for a tax category.</summary>
internal enum IdsNeeded
{
    /// <summary>The seller: VAT id or tax registration, or the VAT id of the representative.</summary>
    Seller,

    /// <summary>The seller's VAT id, or that of the representative.</summary>
    SellerVat,

    /// <summary>As <see cref="Seller"/>, and the buyer: VAT id or legal registration.</summary>
    SellerAndBuyer,

    /// <summary>As <see cref="SellerVat"/>, and the buyer's VAT id.</summary>
    SellerVatAndBuyerVat,

    /// <summary>No VAT id of seller, representative or buyer.</summary>
    NoVat,
}

/// <summary>What the rate of a tax category must be.</summary>
internal enum RateNeeded
{
    AboveZero,
    ZeroOrMore,
    Zero,
    Absent,
}

/// <summary>A tax category as the rules see it: one row, ten rules.</summary>
internal sealed record CategorySpec(int Kind, string Prefix, string Code, IdsNeeded Ids, RateNeeded Rate)
{
    internal static readonly CategorySpec[] All =
    [
        new(TaxKind.Standard, "BR-S", "S", IdsNeeded.Seller, RateNeeded.AboveZero),
        new(TaxKind.ZeroRated, "BR-Z", "Z", IdsNeeded.Seller, RateNeeded.Zero),
        new(TaxKind.Exempt, "BR-E", "E", IdsNeeded.Seller, RateNeeded.Zero),
        new(TaxKind.ReverseCharge, "BR-AE", "AE", IdsNeeded.SellerAndBuyer, RateNeeded.Zero),
        new(TaxKind.IntraCommunity, "BR-IC", "K", IdsNeeded.SellerVatAndBuyerVat, RateNeeded.Zero),
        new(TaxKind.Export, "BR-G", "G", IdsNeeded.SellerVat, RateNeeded.Zero),
        new(TaxKind.OutOfScope, "BR-O", "O", IdsNeeded.NoVat, RateNeeded.Absent),
        new(TaxKind.Igic, "BR-AF", "L", IdsNeeded.Seller, RateNeeded.ZeroOrMore),
        new(TaxKind.Ipsi, "BR-AG", "M", IdsNeeded.Seller, RateNeeded.ZeroOrMore),
    ];

    /// <summary>Tax is computed per rate, so there may be several subtotals.</summary>
    internal bool IsTaxed => Rate is RateNeeded.AboveZero or RateNeeded.ZeroOrMore;

    /// <summary>Why no tax is charged must be said; else it must not.</summary>
    internal bool NeedsReason => !IsTaxed && Kind != TaxKind.ZeroRated;

    internal bool FitsRate(decimal? rate) => Rate switch
    {
        RateNeeded.AboveZero => rate > 0,
        RateNeeded.ZeroOrMore => rate >= 0,
        RateNeeded.Zero => rate == 0,
        _ => rate is null,
    };

    internal bool FitsIds(InvoiceDocument document)
    {
        var (seller, buyer) = (document.Seller, document.Buyer);
        var sellerVat = seller?.VatId is not null || document.TaxRepresentative?.VatId is not null;
        var anySeller = sellerVat || seller?.TaxRegistrationId is not null;
        return Ids switch
        {
            IdsNeeded.Seller => anySeller,
            IdsNeeded.SellerVat => sellerVat,
            IdsNeeded.SellerAndBuyer => anySeller && (buyer?.VatId is not null || buyer?.LegalId?.Value is not null),
            IdsNeeded.SellerVatAndBuyerVat => sellerVat && buyer?.VatId is not null,
            _ => !sellerVat && buyer?.VatId is null,
        };
    }

    internal string DescribeRate => Rate switch
    {
        RateNeeded.AboveZero => "a rate above zero",
        RateNeeded.ZeroOrMore => "a rate of zero or more",
        RateNeeded.Zero => "a rate of zero",
        _ => "no rate at all",
    };

    internal string DescribeIds => Ids switch
    {
        IdsNeeded.Seller => "a VAT id or tax registration of the seller, or the VAT id of a tax representative",
        IdsNeeded.SellerVat => "a VAT id of the seller or a tax representative",
        IdsNeeded.SellerAndBuyer => "a VAT id or tax registration of the seller, and a VAT id or legal registration of the buyer",
        IdsNeeded.SellerVatAndBuyerVat => "a VAT id of the seller or a tax representative, and a VAT id of the buyer",
        _ => "that neither seller, tax representative nor buyer shows a VAT id",
    };
}
